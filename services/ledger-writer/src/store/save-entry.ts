import type { EntityManager } from 'typeorm';
import { sideOf, type NewEntry } from '@tributary/domain-ledger';
import type { EntryPosted } from '@tributary/events';

/** An entry's own facts, before it has its place in the book. */
export type EntryHeader = Omit<EntryPosted, 'bookSeq' | 'movements' | 'edges'>;

/**
 * Writes an entry in one statement: its place in the book, what its accounts stand at, its movements. Books count
 * from 1 without gaps, as the book's row is locked up to the commit; accounts are opened by their first movement.
 *
 * @returns the entry's place in its book
 */
export async function saveEntry(tx: EntityManager, header: EntryHeader, entry: NewEntry): Promise<number> {
  const { posted, balances } = entry;
  const [row]: { bookSeq: string }[] = await tx.query(
    `WITH drawn AS (
       INSERT INTO book (book, seq) VALUES ($1, 1) ON CONFLICT (book) DO UPDATE SET seq = book.seq + 1 RETURNING seq
     ), stands AS (
       INSERT INTO account (book, path, balance)
       SELECT $1, path, balance FROM unnest($2::text[], $3::numeric[]) AS new (path, balance)
       ON CONFLICT (book, path) DO UPDATE SET balance = excluded.balance RETURNING id, path
     ), entered AS (
       INSERT INTO entry (book, book_seq, entry_id, kind, flow, chain, txid, effective_at, booked_at, source_event_id, reverses)
       SELECT $1, seq, $4, $5, $6, $7, $8, $9::timestamptz, $10::timestamptz, $11, $12 FROM drawn
     )
     INSERT INTO movement (book, book_seq, line, side, debit, credit, amount, debit_after, credit_after)
     SELECT $1, drawn.seq, line, side, debit.id, credit.id, amount, debit_after, credit_after
     FROM drawn, unnest($13::text[], $14::text[], $15::text[], $16::numeric[], $17::numeric[], $18::numeric[])
       WITH ORDINALITY AS leg (side, debit_path, credit_path, amount, debit_after, credit_after, line)
     JOIN stands debit ON debit.path = debit_path
     JOIN stands credit ON credit.path = credit_path
     RETURNING book_seq AS "bookSeq"`,
    [
      header.book,
      [...balances.keys()],
      [...balances.values()].map(String),
      header.entryId,
      header.kind,
      header.flow,
      header.chain,
      header.txid,
      header.effectiveAt,
      header.bookedAt,
      header.sourceEventId,
      header.reverses,
      posted.map(({ debit }) => sideOf(debit)),
      posted.map(({ debit }) => debit),
      posted.map(({ credit }) => credit),
      posted.map(({ amount }) => String(amount)),
      posted.map(({ debitAfter }) => String(debitAfter)),
      posted.map(({ creditAfter }) => String(creditAfter)),
    ],
  );
  return Number(row?.bookSeq);
}
