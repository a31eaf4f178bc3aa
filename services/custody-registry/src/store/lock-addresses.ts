import type { EntityManager } from 'typeorm';

const KEY = "hashtextextended('addresses of ' || $1, 0)";

/** Until the transaction ends no token of this chain is listed: an address cannot become a contract meanwhile. */
export async function lockOutTokens(tx: EntityManager, chain: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(${KEY})`, [chain]);
}

/** Until the transaction ends no address of this chain is allocated: a contract cannot become ours meanwhile. */
export async function lockOutAllocations(tx: EntityManager, chain: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${KEY})`, [chain]);
}
