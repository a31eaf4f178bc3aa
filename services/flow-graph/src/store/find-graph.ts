import type { EntityManager } from 'typeorm';
import type { Graph } from './graph';
import { AssetRow, BookRow } from './rows';

/** A graph as far as its book has come. */
export interface GraphAsOf extends Graph {
  readonly asOfSeq: number;
  /** Booking time of the newest entry; null before the first. */
  readonly bookedThrough: Date | null;
}

/**
 * The graph of an asset, in its newest epoch or in an earlier one as it stood when the next was opened; undefined where
 * the asset is not listed and nothing of it was booked, `no-such-epoch` where it has not come to that one.
 */
export async function findGraph(
  db: EntityManager,
  asset: string,
  layer: Graph['layer'],
  epoch?: number,
): Promise<GraphAsOf | 'no-such-epoch' | undefined> {
  const book = await db.findOneBy(BookRow, { asset });
  if (!book) {
    if (!(await db.existsBy(AssetRow, { assetId: asset }))) return undefined;
    return epoch !== undefined && epoch !== 1
      ? 'no-such-epoch'
      : { asset, layer, epoch: 1, asOfSeq: 0, bookedThrough: null, newest: true };
  }
  if (epoch === undefined || epoch === book.epoch) {
    return { asset, layer, epoch: book.epoch, asOfSeq: Number(book.seq), bookedThrough: book.bookedAt, newest: true };
  }
  const [next]: { opened_seq: string }[] = await db.query(
    'SELECT opened_seq FROM epoch WHERE asset = $1 AND epoch = $2',
    [asset, epoch + 1],
  );
  if (!next) return 'no-such-epoch';
  return { asset, layer, epoch, asOfSeq: Number(next.opened_seq) - 1, bookedThrough: null, newest: false };
}
