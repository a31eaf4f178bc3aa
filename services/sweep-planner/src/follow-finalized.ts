import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import { freesLease } from '@tributary/domain-sweep';
import type { ReceivedOfType, TransactionFinalized } from '@tributary/events';
import type { OutgoingEvent } from './flow-events';
import { FlowLife } from './flow-life';
import { judgeFee } from './judge-outflow';
import { attemptOfTxid, flowOfNonce, saveAttempt } from './store/attempts';
import { Flows } from './store/flows';
import { skipNonce } from './store/nonce-lanes';
import { storedBlock } from './store/rows';

/** A transaction of ours is final: its flow settles or fails; one that no flow planned is an unexplained outflow. */
@Injectable()
export class FollowFinalized {
  constructor(
    private readonly flows: Flows,
    private readonly life: FlowLife,
  ) {}

  async handle({ payload }: ReceivedOfType<typeof TransactionFinalized>, tx: EntityManager) {
    const found = await attemptOfTxid(tx, payload.chain, payload.txid);
    if (!found) return this.judge(payload, tx);
    const flow = (await this.flows.lock(tx, found.flowId))!;
    const attempt = (await attemptOfTxid(tx, payload.chain, payload.txid))!;
    attempt.isFinal = true;
    attempt.block = storedBlock(payload.block);
    attempt.fee = payload.fee;
    await saveAttempt(tx, attempt);
    return payload.status === 'failed'
      ? this.life.failOnChain(tx, flow, attempt)
      : this.life.settleIfProven(tx, flow, attempt);
  }

  private async judge(transaction: TransactionFinalized, tx: EntityManager): Promise<OutgoingEvent[]> {
    const { chain, sender, nonce, txid } = transaction;
    const events = await judgeFee(tx, transaction);
    await skipNonce(tx, chain, sender.address, nonce);
    const flowId = await flowOfNonce(tx, chain, sender.address, nonce);
    const flow = flowId && (await this.flows.lock(tx, flowId));
    if (!flow || freesLease(flow.state)) return events;
    return [...events, ...(await this.life.loseNonce(tx, flow, { txid, block: storedBlock(transaction.block) }))];
  }
}
