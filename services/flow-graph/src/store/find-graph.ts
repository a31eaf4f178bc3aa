import type { EntityManager } from 'typeorm';
import type { Graph } from './graph';
import { AssetRow, BookRow } from './rows';

/** A graph as far as its book has come. */
export interface GraphAsOf extends Graph {
  readonly asOfSeq: number;
  /** Booking time of the newest entry; null before the first. */
  readonly bookedThrough: Date | null;
}

/** The graph of an asset; undefined where the asset is not listed and nothing of it was booked. */
export async function findGraph(
  db: EntityManager,
  asset: string,
  layer: Graph['layer'],
): Promise<GraphAsOf | undefined> {
  const book = await db.findOneBy(BookRow, { asset });
  if (book) return { asset, layer, epoch: book.epoch, asOfSeq: Number(book.seq), bookedThrough: book.bookedAt };
  if (await db.existsBy(AssetRow, { assetId: asset }))
    return { asset, layer, epoch: 1, asOfSeq: 0, bookedThrough: null };
  return undefined;
}
