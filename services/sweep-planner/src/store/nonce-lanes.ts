import type { EntityManager } from 'typeorm';

export async function laneExists(db: EntityManager, chain: string, address: string): Promise<boolean> {
  const rows = await db.query('SELECT FROM nonce_lane WHERE chain = $1 AND address = $2', [chain, address]);
  return rows.length > 0;
}

/**
 * Takes the next nonce of an address. Its lane stays locked until the transaction ends, so that nonces have no gaps.
 *
 * @param first  where a lane that is not there yet begins: how many of its transactions are final
 */
export async function takeNonce(tx: EntityManager, chain: string, address: string, first: number): Promise<number> {
  const [row]: { taken: string }[] = await tx.query(
    `INSERT INTO nonce_lane AS lane (chain, address, next) VALUES ($1, $2, $3 + 1)
     ON CONFLICT (chain, address) DO UPDATE SET next = lane.next + 1 RETURNING next - 1 AS taken`,
    [chain, address, first],
  );
  return Number(row!.taken);
}

/** A transaction that is not ours has used a nonce for good: the lane goes on after it. */
export async function skipNonce(tx: EntityManager, chain: string, address: string, nonce: number): Promise<void> {
  await tx.query('UPDATE nonce_lane SET next = $3 + 1 WHERE chain = $1 AND address = $2 AND next <= $3', [
    chain,
    address,
    nonce,
  ]);
}

/** A reorg past finality has given that nonce back: the lane goes on with it, unless a flow has a later one. */
export async function returnNonce(tx: EntityManager, chain: string, address: string, nonce: number): Promise<void> {
  await tx.query(
    `UPDATE nonce_lane lane SET next = $3 WHERE chain = $1 AND address = $2 AND next > $3
       AND NOT EXISTS (SELECT FROM attempt a WHERE a.chain = $1 AND a.address = $2 AND a.nonce >= $3)`,
    [chain, address, nonce],
  );
}
