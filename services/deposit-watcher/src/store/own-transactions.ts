import { Any, MoreThan, type EntityManager } from 'typeorm';
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
  const rows = (await minedTransactions(tx, chain)).filter(({ blockHeight }) => blockHeight <= upToHeight);
  await tx.update(OwnTransactionRow, { chain, txid: Any(rows.map(({ txid }) => txid)) }, { state: 'finalized' });
  return rows;
}

/** Takes back what is not final above a height, newest block first. The rows are returned as they were. */
export async function revertTransactionsAbove(
  tx: EntityManager,
  chain: string,
  height: number,
): Promise<OwnTransactionRow[]> {
  const rows = (await minedTransactions(tx, chain)).filter(({ blockHeight }) => blockHeight > height).reverse();
  await tx.update(
    OwnTransactionRow,
    { chain, txid: Any(rows.map(({ txid }) => txid)) },
    { state: 'reverted', occurrence: () => 'occurrence + 1' },
  );
  return rows;
}

function minedTransactions(tx: EntityManager, chain: string): Promise<OwnTransactionRow[]> {
  return tx.find(OwnTransactionRow, {
    where: { chain, state: 'mined' },
    order: { blockHeight: 'ASC', nonce: 'ASC' },
  });
}
