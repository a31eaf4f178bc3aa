import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type { ReceivedOfType, TransactionMined } from '@tributary/events';
import { FlowLife } from './flow-life';
import { attemptOfTxid, saveAttempt } from './store/attempts';
import { Flows } from './store/flows';
import { storedBlock } from './store/rows';

/** A transaction of ours is in a block: its flow is mined. One that no flow planned is judged once it is final. */
@Injectable()
export class FollowMined {
  constructor(
    private readonly flows: Flows,
    private readonly life: FlowLife,
  ) {}

  async handle({ payload }: ReceivedOfType<typeof TransactionMined>, tx: EntityManager) {
    const found = await attemptOfTxid(tx, payload.chain, payload.txid);
    if (!found) return [];
    const flow = (await this.flows.lock(tx, found.flowId))!;
    const attempt = (await attemptOfTxid(tx, payload.chain, payload.txid))!;
    attempt.state = 'MINED';
    attempt.block = storedBlock(payload.block);
    attempt.fee = payload.fee;
    attempt.broadcastAt ??= new Date();
    attempt.error = null;
    await saveAttempt(tx, attempt);
    return this.life.mine(tx, flow, attempt);
  }
}
