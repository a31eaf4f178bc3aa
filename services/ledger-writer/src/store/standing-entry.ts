import type { EntityManager } from 'typeorm';

/** The newest entry of a flow that neither takes another back nor was taken back; undefined where none stands. */
export async function standingEntry(
  tx: EntityManager,
  book: string,
  flow: string,
): Promise<{ readonly entryId: string; readonly kind: string } | undefined> {
  const rows: { entryId: string; kind: string }[] = await tx.query(
    `SELECT entry_id AS "entryId", kind FROM entry
     WHERE flow = $2 AND book = $1 AND reverses IS NULL
       AND NOT EXISTS (SELECT FROM entry later WHERE later.reverses = entry.entry_id)
     ORDER BY book_seq DESC LIMIT 1`,
    [book, flow],
  );
  return rows[0];
}
