import { Any, LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm';
import { byPlace } from '../block-order';
import { OwnTransactionRow } from './own-transaction-row';

export function transactionsOfIds(
  tx: EntityManager,
  chain: string,
  txids: readonly string[],
): Promise<OwnTransactionRow[]> {
  return tx.findBy(OwnTransactionRow, { chain, txid: Any(txids) });
}

/** Adds transactions, or takes them up again after they were reverted. */
export async function saveTransactions(tx: EntityManager, rows: readonly OwnTransactionRow[]): Promise<void> {
  if (rows.length > 0) await tx.upsert(OwnTransactionRow, [...rows], ['chain', 'txid']);
}

export function isTransactionFinalAbove(tx: EntityManager, chain: string, height: number): Promise<boolean> {
  return tx.existsBy(OwnTransactionRow, { chain, blockHeight: MoreThan(height), state: 'finalized' });
}

/** Finalizes what is mined up to a height, in block order, and returns it. */
export async function finalizeTransactions(
  tx: EntityManager,
  chain: string,
  upToHeight: number,
): Promise<OwnTransactionRow[]> {
  const rows = await tx.findBy(OwnTransactionRow, { chain, state: 'mined', blockHeight: LessThanOrEqual(upToHeight) });
  await tx.update(OwnTransactionRow, { chain, txid: Any(rows.map(({ txid }) => txid)) }, { state: 'finalized' });
  return rows.sort(byPlace);
}

/** Takes back what stands above a height, final or not. The rows are returned as they were. */
export async function revertTransactionsAbove(
  tx: EntityManager,
  chain: string,
  height: number,
): Promise<OwnTransactionRow[]> {
  const rows = await tx.findBy(OwnTransactionRow, { chain, blockHeight: MoreThan(height), state: Not('reverted') });
  await tx.update(
    OwnTransactionRow,
    { chain, txid: Any(rows.map(({ txid }) => txid)) },
    { state: 'reverted', occurrence: () => 'occurrence + 1' },
  );
  return rows;
}
