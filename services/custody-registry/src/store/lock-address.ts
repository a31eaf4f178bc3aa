import type { EntityManager } from 'typeorm';

/** Until the transaction ends, nobody else says what an address of a chain is: ours, or a token's contract. */
export async function lockAddress(tx: EntityManager, chain: string, address: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${chain}/${address}`]);
}
