import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type { ReceivedOfType, TransferFinalized } from '@tributary/events';
import type { OutgoingEvent } from './flow-events';
import { FlowLife } from './flow-life';
import { judgeTransfer } from './judge-outflow';
import { attemptOfTxid, saveAttempt } from './store/attempts';
import type { FlowRow } from './store/flow-row';
import { Flows } from './store/flows';
import { applyChanges } from './store/sources';

/** A transfer is final: it is what a flow planned, value that left without a plan, or value that may be moved. */
@Injectable()
export class FollowTransferFinalized {
  constructor(
    private readonly flows: Flows,
    private readonly life: FlowLife,
  ) {}

  async handle({ payload }: ReceivedOfType<typeof TransferFinalized>, tx: EntityManager): Promise<OutgoingEvent[]> {
    if (payload.from.owner) return this.leave(payload, tx);
    const { chain, assetId, transferId, amount, to } = payload;
    if (!to.owner) return [];
    const units = to.owner.side === 'c' ? { client: amount, house: 0n } : { client: 0n, house: amount };
    await applyChanges(tx, transferId, [
      { address: to.address, owner: to.owner, chain, assetId, transferId, ...units },
    ]);
    return [];
  }

  private async leave(transfer: TransferFinalized, tx: EntityManager): Promise<OutgoingEvent[]> {
    const { chain, txid, transferId, occurrence } = transfer;
    const found = await attemptOfTxid(tx, chain, txid);
    if (!found) return judgeTransfer(tx, transfer);
    const flow = (await this.flows.lock(tx, found.flowId))!;
    const attempt = (await attemptOfTxid(tx, chain, txid))!;
    if (isPlanned(flow, transfer) && attempt.transfer === null) {
      attempt.transfer = { transferId, occurrence };
      await saveAttempt(tx, attempt);
      return this.life.settleIfProven(tx, flow, attempt);
    }
    const events = await judgeTransfer(tx, transfer);
    if (flow.state !== 'MINED' && flow.state !== 'BROADCAST' && flow.state !== 'REVERTED') return events;
    const reason = `Its transaction ${txid} moved ${transfer.amount} of ${transfer.assetId} where ${flow.amount} was planned: compare ${transferId} with the plan; the outflow is shown as unexplained`;
    await this.flows.enter(tx, flow, 'QUARANTINED', { reason });
    return events;
  }
}

/** Whether a transfer is exactly the value that the flow planned. */
function isPlanned(flow: FlowRow, { assetId, from, to, amount }: TransferFinalized): boolean {
  return (
    assetId === flow.assetId &&
    from.address === flow.fromAddress &&
    to.address === flow.toAddress &&
    amount === flow.amount
  );
}
