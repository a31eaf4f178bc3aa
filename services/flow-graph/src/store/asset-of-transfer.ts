import type { EntityManager } from 'typeorm';

/** The asset that a transfer moved; undefined where nothing final of it is in any graph. */
export async function assetOfTransfer(db: EntityManager, transferId: string): Promise<string | undefined> {
  const [found]: { asset: string }[] = await db.query(
    `SELECT asset FROM edge WHERE flow = $1 AND layer = 'custody' ORDER BY id LIMIT 1`,
    [transferId],
  );
  return found?.asset;
}
