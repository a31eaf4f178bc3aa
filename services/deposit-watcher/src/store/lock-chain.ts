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
  const row = await tx.findOneOrFail(ChainRow, {
    where: { chain: assumed.chain },
    lock: { mode: 'pessimistic_write' },
  });
  const unmoved = row.height === assumed.height && row.hash === assumed.hash && row.haltedReason === null;
  return unmoved ? row : undefined;
}
