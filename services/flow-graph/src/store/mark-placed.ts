import type { EntityManager } from 'typeorm';

/** Remembers the newest entry that placed edges: a reversal after it opens a new epoch. */
export async function markPlaced(tx: EntityManager, asset: string, seq: number): Promise<void> {
  await tx.query('UPDATE book SET placed_seq = $2 WHERE asset = $1', [asset, seq]);
}
