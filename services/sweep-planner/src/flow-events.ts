import {
  SweepApproved,
  SweepBroadcast,
  SweepDenied,
  SweepFailed,
  SweepPlanned,
  SweepReverted,
  SweepSettled,
  type EventOfType,
  type OutflowReverted,
  type OutflowUnexplained,
  type Party,
} from '@tributary/events';
import type { Transact } from '@tributary/platform-service';
import type { AttemptRow } from './store/attempt-row';
import type { EndCode, FlowRow } from './store/flow-row';
import { blockOf, type StoredBlock } from './store/rows';

/** All that the planner says. */
export type OutgoingEvent = EventOfType<
  | typeof SweepPlanned
  | typeof SweepDenied
  | typeof SweepApproved
  | typeof SweepBroadcast
  | typeof SweepSettled
  | typeof SweepFailed
  | typeof SweepReverted
  | typeof OutflowUnexplained
  | typeof OutflowReverted
>;

export type PublishOutgoing = Transact<OutgoingEvent>;

export function fromOf({ fromAddress: address, fromOwner: owner }: FlowRow): Party {
  return { address, owner };
}

export function toOf({ toAddress: address, toOwner: owner }: FlowRow): Party {
  return { address, owner };
}

/** What each event of a flow says first. Every event adds one to the flow's version. */
function head(flow: FlowRow) {
  flow.version += 1;
  const { chain, flowId, version, kind } = flow;
  return { chain, occurredAt: new Date(), flowId, version, kind };
}

function movement(flow: FlowRow) {
  return { assetId: flow.assetId, from: fromOf(flow), to: toOf(flow), amount: flow.amount };
}

export function planned(flow: FlowRow, inputs: readonly string[]) {
  const { maxFee, feeAssetId, digest, mandateId, mandateVersion, maker, needsApproval, deadline } = flow;
  return SweepPlanned.of({
    ...head(flow),
    ...movement(flow),
    ...{ inputs: [...inputs], maxFee, feeAssetId, digest, mandateId, mandateVersion, maker, needsApproval, deadline },
  });
}

export function denied(flow: FlowRow, code: EndCode, reason: string, by: string | null) {
  return SweepDenied.of({ ...head(flow), code, reason, by });
}

export function approved(flow: FlowRow, approvers: readonly string[]) {
  const { digest, mandateId, mandateVersion } = flow;
  return SweepApproved.of({ ...head(flow), digest, mandateId, mandateVersion, approvers: [...approvers] });
}

export function broadcast(flow: FlowRow, { attempt, txid, nonce }: AttemptRow) {
  const { maxFee, feeAssetId } = flow;
  return SweepBroadcast.of({
    ...head(flow),
    ...movement(flow),
    ...{ attempt, nonce, maxFee, feeAssetId },
    txid: txid!,
  });
}

export function settled(flow: FlowRow, { attempt, txid, fee, block }: AttemptRow) {
  const { feeAssetId } = flow;
  return SweepSettled.of({
    ...head(flow),
    ...movement(flow),
    ...{ attempt, txid: txid!, fee: fee!, feeAssetId, block: blockOf(block!) },
  });
}

/** @param ended  the final transaction that failed or used the nonce, and the fee that it cost this flow */
export function failed(
  flow: FlowRow,
  ended: { readonly txid: string; readonly fee: bigint; readonly block: StoredBlock },
  code: 'reverted-on-chain' | 'nonce-used',
  reason: string,
) {
  const { feeAssetId } = flow;
  const { txid, fee } = ended;
  return SweepFailed.of({
    ...head(flow),
    ...movement(flow),
    ...{ txid, fee, feeAssetId, block: blockOf(ended.block), code, reason },
  });
}

export function reverted(flow: FlowRow, txid: string, fromState: 'broadcast' | 'settled', reason: string) {
  return SweepReverted.of({ ...head(flow), ...movement(flow), txid, fromState, reason });
}
