import type { EntityManager } from 'typeorm';

/**
 * Opens an asset's next provenance epoch for an entry that takes edges back. While nothing was placed since the newest
 * one was opened, that one is still it: a reorg that takes back many entries opens one epoch.
 *
 * @returns the epoch
 */
export async function openEpoch(tx: EntityManager, asset: string, seq: number): Promise<number> {
  const [rows]: [{ epoch: number }[], number] = await tx.query(
    `UPDATE book SET epoch = book.epoch + 1
     WHERE asset = $1 AND NOT EXISTS (
       SELECT FROM epoch WHERE epoch.asset = book.asset AND epoch.epoch = book.epoch AND newest_seq > book.placed_seq)
     RETURNING epoch`,
    [asset],
  );
  const opened: { epoch: number }[] = await tx.query(
    `INSERT INTO epoch (asset, epoch, opened_seq, newest_seq)
     SELECT asset, epoch, $2, $2 FROM book WHERE asset = $1
     ON CONFLICT (asset, epoch) DO UPDATE SET newest_seq = excluded.newest_seq
     RETURNING epoch`,
    [asset, seq],
  );
  const epoch = rows[0]?.epoch ?? opened[0]?.epoch;
  if (epoch === undefined) throw new Error(`The book of ${asset} is not here: its entries begin with a reversal`);
  return epoch;
}
