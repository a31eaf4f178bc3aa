import type { EntityManager } from 'typeorm';
import { sideOf, type NewEntry } from '@tributary/domain-ledger';
import type { EntryPosted } from '@tributary/events';

/** An entry's own facts, before it has its place in the book. */
export type EntryHeader = Omit<EntryPosted, 'bookSeq' | 'movements' | 'edges'>;

export interface UnsavedEntry {
  readonly header: EntryHeader;
  readonly entry: NewEntry;
}

/**
 * Writes entries in the order in which they were booked, one statement a book: their places in it, what its accounts
 * stand at in the end, and their movements. Books count from 1 without gaps, as a book's row is locked up to the
 * commit; accounts are opened by their first movement.
 *
 * @returns each entry's place in its book
 */
export async function saveEntries(tx: EntityManager, entries: readonly UnsavedEntry[]): Promise<number[]> {
  const places = new Map<UnsavedEntry, number>();
  for (const book of [...new Set(entries.map(({ header }) => header.book))].sort()) {
    const ofBook = entries.filter(({ header }) => header.book === book);
    const last = await saveBook(tx, book, ofBook);
    ofBook.forEach((entry, i) => places.set(entry, last - ofBook.length + 1 + i));
  }
  return entries.map((entry) => places.get(entry) as number);
}

/** @returns the place of the last entry */
async function saveBook(tx: EntityManager, book: string, entries: readonly UnsavedEntry[]): Promise<number> {
  const balances = new Map(entries.flatMap(({ entry }) => [...entry.balances]));
  const headers = entries.map(({ header }) => header);
  const legs = entries.flatMap(({ entry }, i) =>
    entry.posted.map((leg, line) => ({ ...leg, nth: i + 1, line: line + 1 })),
  );
  const [row]: { seq: string }[] = await tx.query(
    `WITH drawn AS (
       INSERT INTO book (book, seq) VALUES ($1, $2::bigint)
       ON CONFLICT (book) DO UPDATE SET seq = book.seq + excluded.seq RETURNING seq, seq - $2::bigint AS before
     ), stands AS (
       INSERT INTO account (book, path, balance)
       SELECT $1, path, balance FROM unnest($3::text[], $4::numeric[]) AS new (path, balance)
       ON CONFLICT (book, path) DO UPDATE SET balance = excluded.balance RETURNING id, path
     ), entered AS (
       INSERT INTO entry
         (book, book_seq, entry_id, kind, flow, chain, txid, effective_at, booked_at, source_event_id, reverses)
       SELECT $1, before + nth, entry_id, kind, flow, chain, txid, effective_at, booked_at, source_event_id, reverses
       FROM drawn, unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::timestamptz[],
                          $11::timestamptz[], $12::text[], $13::text[]) WITH ORDINALITY AS header
         (entry_id, kind, flow, chain, txid, effective_at, booked_at, source_event_id, reverses, nth)
     ), moved AS (
       INSERT INTO movement (book, book_seq, line, side, debit, credit, amount, debit_after, credit_after)
       SELECT $1, before + nth, line, side, debit.id, credit.id, amount, debit_after, credit_after
       FROM drawn, unnest($14::int[], $15::int[], $16::text[], $17::text[], $18::text[], $19::numeric[], $20::numeric[],
                          $21::numeric[]) AS leg
         (nth, line, side, debit_path, credit_path, amount, debit_after, credit_after)
       JOIN stands debit ON debit.path = debit_path
       JOIN stands credit ON credit.path = credit_path
     )
     SELECT seq FROM drawn`,
    [
      book,
      entries.length,
      [...balances.keys()],
      [...balances.values()].map(String),
      headers.map(({ entryId }) => entryId),
      headers.map(({ kind }) => kind),
      headers.map(({ flow }) => flow),
      headers.map(({ chain }) => chain),
      headers.map(({ txid }) => txid),
      headers.map(({ effectiveAt }) => effectiveAt),
      headers.map(({ bookedAt }) => bookedAt),
      headers.map(({ sourceEventId }) => sourceEventId),
      headers.map(({ reverses }) => reverses),
      legs.map(({ nth }) => nth),
      legs.map(({ line }) => line),
      legs.map(({ debit }) => sideOf(debit)),
      legs.map(({ debit }) => debit),
      legs.map(({ credit }) => credit),
      legs.map(({ amount }) => String(amount)),
      legs.map(({ debitAfter }) => String(debitAfter)),
      legs.map(({ creditAfter }) => String(creditAfter)),
    ],
  );
  return Number(row?.seq);
}
