import type { EntityManager } from 'typeorm';
import { shareGroups } from './groups';

/** An entry arrived that is not the next of its book: positions need every earlier one. */
export class BookOutOfStepError extends Error {
  readonly code = 'book-out-of-step';
}

/**
 * Locks an asset's graph up to the commit and moves it on by one entry of its book.
 *
 * @returns the provenance epoch in which the entry's edges are placed
 * @throws {BookOutOfStepError} the entry is not the next one: its book must stop here
 */
export async function advanceBook(tx: EntityManager, asset: string, seq: number, bookedAt: Date): Promise<number> {
  await shareGroups(tx);
  const rows: { epoch: number }[] = await tx.query(
    `INSERT INTO book AS standing (asset, seq, booked_at)
     SELECT $1, $2, $3 WHERE $2::bigint = 1 OR EXISTS (SELECT FROM book WHERE asset = $1)
     ON CONFLICT (asset) DO UPDATE SET seq = excluded.seq, booked_at = excluded.booked_at
       WHERE standing.seq = excluded.seq - 1
     RETURNING epoch`,
    [asset, seq, bookedAt],
  );
  const [row] = rows;
  if (!row) {
    throw new BookOutOfStepError(
      `Entry ${seq} is not the next of ${asset}: one before it was lost, or it is here already`,
    );
  }
  return row.epoch;
}
