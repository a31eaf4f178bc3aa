import type { EntityManager } from 'typeorm';
import { ChainRow } from './chain-row';

/**
 * Locks a chain until the transaction ends. Whatever was concluded from a node was asked before, so it holds only if
 * the cursor still stands there.
 *
 * @param assumed  the cursor when the node was asked
 * @returns undefined where the cursor has moved or the chain is halted: ask the node again
 */
export async function lockChain(tx: EntityManager, assumed: ChainRow): Promise<ChainRow | undefined> {
  const row = await lockUnmoved(tx, assumed);
  return row?.haltedReason === null ? row : undefined;
}

/** The same for a chain that is halted; undefined where somebody resumed it meanwhile. */
export async function lockHaltedChain(
  tx: EntityManager,
  assumed: ChainRow,
): Promise<(ChainRow & { haltedReason: string }) | undefined> {
  const row = await lockUnmoved(tx, assumed);
  return row && row.haltedReason !== null ? { ...row, haltedReason: row.haltedReason } : undefined;
}

async function lockUnmoved(tx: EntityManager, { chain, height, hash }: ChainRow): Promise<ChainRow | undefined> {
  const row = await tx.findOneOrFail(ChainRow, { where: { chain }, lock: { mode: 'pessimistic_write' } });
  return row.height === height && row.hash === hash ? row : undefined;
}
