import type { EntityManager } from '@tributary/platform-service';
import { paySplit } from '@tributary/domain-sweep';
import {
  OutflowReverted,
  OutflowUnexplained,
  type TransactionFinalized,
  type TransferFinalized,
} from '@tributary/events';
import type { OutgoingEvent } from './flow-events';
import { unexplainedOutflows } from './metrics';
import { saveOutflow, standingOutflow, type Outflow } from './store/outflows';
import { blockOf, storedBlock } from './store/rows';
import { applyChanges, lockSource, undoChanges, type SourceChange } from './store/sources';

/** A final transfer out of an address of ours that no flow planned: the money is gone, and someone must look. */
export function judgeTransfer(tx: EntityManager, transfer: TransferFinalized): Promise<OutgoingEvent[]> {
  const { chain, transferId: outflowId, txid, assetId, from, to, amount, occurrence } = transfer;
  const block = storedBlock(transfer.block);
  return judge(tx, { outflowId, what: 'transfer', chain, txid, assetId, from, to, amount, block, occurrence });
}

/** The fee of a final transaction of ours that nobody planned. */
export function judgeFee(tx: EntityManager, transaction: TransactionFinalized): Promise<OutgoingEvent[]> {
  const { chain, txid, sender: from, fee: amount, feeAssetId: assetId, occurrence } = transaction;
  const block = storedBlock(transaction.block);
  return judge(tx, { ...outflowOfFee(chain, txid), chain, txid, assetId, from, to: null, amount, block, occurrence });
}

export function outflowOfFee(chain: string, txid: string) {
  return { outflowId: `${chain}/${txid}/tx`, what: 'fee' } as const;
}

/** Takes an unexplained outflow back that a reorg past finality took; nothing where none stands. */
export async function takeOutflowBack(tx: EntityManager, outflowId: string): Promise<OutgoingEvent[]> {
  const outflow = await standingOutflow(tx, outflowId);
  if (!outflow) return [];
  await undoChanges(tx, outflowId);
  await saveOutflow(tx, outflow, 'reverted');
  return [OutflowReverted.of(factOf(outflow))];
}

async function judge(tx: EntityManager, outflow: Outflow): Promise<OutgoingEvent[]> {
  if (outflow.amount === 0n) return [];
  await saveOutflow(tx, outflow, 'unexplained');
  await applyChanges(tx, outflow.outflowId, await changesOf(tx, outflow));
  unexplainedOutflows.inc({ what: outflow.what });
  return [OutflowUnexplained.of(factOf(outflow))];
}

async function changesOf(tx: EntityManager, outflow: Outflow): Promise<SourceChange[]> {
  const { chain, assetId, amount, outflowId, from, to } = outflow;
  if (to?.address === from.address) return [];
  const owner = from.owner!;
  const source = await lockSource(tx, from.address, assetId);
  const held = { client: source?.clientUnits ?? 0n, house: source?.houseUnits ?? 0n };
  const split = paySplit(held, amount, owner.side);
  const left = { client: -split.client, house: -split.house };
  const arrived = to?.owner?.side === 'h' ? { client: 0n, house: amount } : { client: amount, house: 0n };
  return [
    { address: from.address, assetId, chain, owner, transferId: null, ...left },
    ...(to?.owner ? [{ address: to.address, assetId, chain, owner: to.owner, transferId: outflowId, ...arrived }] : []),
  ];
}

function factOf({ block, ...outflow }: Outflow) {
  const { chain, outflowId, what, txid, assetId, from, to, amount, occurrence } = outflow;
  return {
    ...{ chain, outflowId, what, txid, assetId, from, to, amount, occurrence },
    occurredAt: new Date(),
    block: blockOf(block),
  };
}
