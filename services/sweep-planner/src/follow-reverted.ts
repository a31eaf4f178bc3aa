import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type { ReceivedOfType, TransactionReverted } from '@tributary/events';
import type { OutgoingEvent } from './flow-events';
import { FlowLife } from './flow-life';
import { outflowOfFee, takeOutflowBack } from './judge-outflow';
import { attemptOfTxid, flowOfNonce, saveAttempt } from './store/attempts';
import { Flows } from './store/flows';
import { returnNonce } from './store/nonce-lanes';

/** The block of a transaction of ours left the chain. Its bytes are sent again; what it had ended is taken back. */
@Injectable()
export class FollowReverted {
  constructor(
    private readonly flows: Flows,
    private readonly life: FlowLife,
  ) {}

  async handle({ payload }: ReceivedOfType<typeof TransactionReverted>, tx: EntityManager): Promise<OutgoingEvent[]> {
    const { chain, txid, wasFinal } = payload;
    const found = await attemptOfTxid(tx, chain, txid);
    if (!found) return wasFinal ? this.giveBack(payload, tx) : [];
    const flow = (await this.flows.lock(tx, found.flowId))!;
    const attempt = (await attemptOfTxid(tx, chain, txid))!;
    attempt.state = 'BROADCAST';
    attempt.isFinal = false;
    attempt.block = null;
    attempt.fee = null;
    attempt.sentAt = null;
    await saveAttempt(tx, attempt);
    if (['SETTLED', 'FAILED', 'QUARANTINED'].includes(flow.state)) {
      return this.life.takeBack(tx, flow, txid, `Transaction ${txid} left the chain by a reorg past finality`);
    }
    await this.life.unmine(tx, flow);
    return [];
  }

  /** A final transaction that nobody planned is gone, and with it its fee; its nonce is free again. */
  private async giveBack(transaction: TransactionReverted, tx: EntityManager): Promise<OutgoingEvent[]> {
    const { chain, txid, sender, nonce } = transaction;
    const events = await takeOutflowBack(tx, outflowOfFee(chain, txid).outflowId);
    await returnNonce(tx, chain, sender.address, nonce);
    const flowId = await flowOfNonce(tx, chain, sender.address, nonce);
    const flow = flowId && (await this.flows.lock(tx, flowId));
    if (!flow || flow.state !== 'FAILED' || flow.endedByTxid !== txid) return events;
    const reason = `Transaction ${txid}, which had used its nonce, left the chain by a reorg past finality`;
    return [...events, ...(await this.life.takeBack(tx, flow, txid, reason))];
  }
}
