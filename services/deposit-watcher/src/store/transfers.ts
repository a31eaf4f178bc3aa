import { Any, In, MoreThan, Not, type EntityManager } from 'typeorm';
import { byPlace } from '../block-order';
import { TransferRow } from './transfer-row';

/** A transfer that is on its chain. */
export type StandingTransfer = TransferRow & { readonly state: 'seen' | 'confirmed' | 'finalized' };

/** A transfer that its chain may still take back. */
export type UnsettledTransfer = TransferRow & { readonly state: 'seen' | 'confirmed' };

export function transfersOfIds(tx: EntityManager, transferIds: readonly string[]): Promise<TransferRow[]> {
  return tx.findBy(TransferRow, { transferId: Any(transferIds) });
}

/** Adds transfers, or takes them up again after they were reverted. */
export async function saveTransfers(tx: EntityManager, rows: readonly TransferRow[]): Promise<void> {
  if (rows.length > 0) await tx.upsert(TransferRow, [...rows], ['transferId']);
}

/** What is not final yet, in block order. */
export async function unsettledTransfers(tx: EntityManager, chain: string): Promise<UnsettledTransfer[]> {
  const rows = await tx.find(TransferRow, {
    where: { chain, state: In(['seen', 'confirmed']) },
  });
  return rows.sort(byPlace) as UnsettledTransfer[];
}

export function isTransferFinalAbove(tx: EntityManager, chain: string, height: number): Promise<boolean> {
  return tx.existsBy(TransferRow, { chain, blockHeight: MoreThan(height), state: 'finalized' });
}

export async function enterState(
  tx: EntityManager,
  rows: readonly TransferRow[],
  state: 'confirmed' | 'finalized',
): Promise<void> {
  await tx.update(TransferRow, { transferId: Any(rows.map(({ transferId }) => transferId)) }, { state });
}

/** Takes back what stands above a height, final or not. The rows are returned as they were. */
export async function revertTransfersAbove(
  tx: EntityManager,
  chain: string,
  height: number,
): Promise<StandingTransfer[]> {
  const found = await tx.findBy(TransferRow, { chain, blockHeight: MoreThan(height), state: Not('reverted') });
  const rows = found as StandingTransfer[];
  await tx.update(
    TransferRow,
    { transferId: Any(rows.map(({ transferId }) => transferId)) },
    { state: 'reverted', occurrence: () => 'occurrence + 1' },
  );
  return rows;
}
