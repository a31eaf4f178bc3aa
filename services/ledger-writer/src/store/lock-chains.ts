import type { EntityManager } from 'typeorm';

/**
 * Locks the books of some chains up to the commit. A chain's facts arrive on two topics, each under a fence of its
 * own: one lock over all books of the chain keeps both from meeting in another order, and lets none overlook what the
 * other leaves waiting.
 */
export async function lockChains(tx: EntityManager, chains: readonly string[]): Promise<void> {
  for (const chain of [...new Set(chains)].sort()) {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('books of ' || $1, 0))`, [chain]);
  }
}
