import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type { ReceivedOfType, TransferReverted } from '@tributary/events';
import type { OutgoingEvent } from './flow-events';
import { FlowLife } from './flow-life';
import { takeOutflowBack } from './judge-outflow';
import { attemptOfTxid, saveAttempt } from './store/attempts';
import { Flows } from './store/flows';
import { undoChanges } from './store/sources';

/** A final transfer left the chain: what was drawn from it is taken back. What was not final changed nothing here. */
@Injectable()
export class FollowTransferReverted {
  constructor(
    private readonly flows: Flows,
    private readonly life: FlowLife,
  ) {}

  async handle({ payload }: ReceivedOfType<typeof TransferReverted>, tx: EntityManager): Promise<OutgoingEvent[]> {
    const { chain, txid, transferId, from, fromState } = payload;
    if (fromState !== 'finalized') return [];
    const events = from.owner ? await this.ofOurs(chain, txid, transferId, tx) : await this.ofOutside(transferId, tx);
    return [...events, ...(await this.life.loseInput(tx, transferId))];
  }

  private async ofOurs(chain: string, txid: string, transferId: string, tx: EntityManager): Promise<OutgoingEvent[]> {
    const found = await attemptOfTxid(tx, chain, txid);
    const flow = found && (await this.flows.lock(tx, found.flowId));
    const attempt = await attemptOfTxid(tx, chain, txid);
    if (!flow || attempt?.transfer?.transferId !== transferId) return takeOutflowBack(tx, transferId);
    attempt.transfer = null;
    await saveAttempt(tx, attempt);
    if (flow.state !== 'SETTLED') return [];
    return this.life.takeBack(tx, flow, txid, `Transfer ${transferId} left the chain by a reorg past finality`);
  }

  private async ofOutside(transferId: string, tx: EntityManager): Promise<OutgoingEvent[]> {
    await undoChanges(tx, transferId);
    return [];
  }
}
