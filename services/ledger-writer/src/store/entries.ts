import type { EntityManager } from 'typeorm';

/** An entry with its movements, as JSON-ready values. */
export interface EntryView {
  readonly entryId: string;
  readonly book: string;
  readonly bookSeq: number;
  readonly kind: string;
  readonly flow: string;
  readonly chain: string;
  readonly txid: string | null;
  readonly effectiveAt: Date;
  readonly bookedAt: Date;
  readonly sourceEventId: string;
  readonly reverses: string | null;
  readonly movements: { readonly debit: string; readonly credit: string; readonly amount: string }[];
}

/** The entries of a flow, over all books, oldest first. */
export function entriesOfFlow(db: EntityManager, flow: string): Promise<EntryView[]> {
  return entriesWhere(db, 'entry.flow = $1', flow);
}

export async function entryById(db: EntityManager, entryId: string): Promise<EntryView | undefined> {
  return (await entriesWhere(db, 'entry.entry_id = $1', entryId))[0];
}

async function entriesWhere(db: EntityManager, condition: string, value: string): Promise<EntryView[]> {
  const rows: (EntryView & { bookSeq: string })[] = await db.query(
    `SELECT entry.entry_id AS "entryId", entry.book, entry.book_seq AS "bookSeq", kind, flow, chain, txid,
            effective_at AS "effectiveAt", booked_at AS "bookedAt", source_event_id AS "sourceEventId", reverses,
            json_agg(json_build_object('debit', debit.path, 'credit', credit.path, 'amount', amount::text)
                     ORDER BY line) AS movements
     FROM entry
     JOIN movement ON movement.book = entry.book AND movement.book_seq = entry.book_seq
     JOIN account debit ON debit.id = movement.debit
     JOIN account credit ON credit.id = movement.credit
     WHERE ${condition}
     GROUP BY entry.entry_id ORDER BY booked_at, entry.book, entry.book_seq`,
    [value],
  );
  return rows.map((row) => ({ ...row, bookSeq: Number(row.bookSeq) }));
}
