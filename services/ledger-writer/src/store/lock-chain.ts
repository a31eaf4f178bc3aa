import type { EntityManager } from 'typeorm';

/**
 * Locks the books of a chain up to the commit. A chain's facts arrive on two topics, each under a fence of its own:
 * one lock over all books of the chain keeps both from meeting in another order, and lets none overlook what the
 * other leaves waiting.
 */
export async function lockChain(tx: EntityManager, chain: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('books of ' || $1, 0))`, [chain]);
}
