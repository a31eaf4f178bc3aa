import { createHash } from 'node:crypto';
import { bookFact, draft, heapsFed, type Lack, type NewEntry } from '@tributary/domain-ledger';
import type { EntryPosted } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import type { Source } from './source';
import { LoadedBooks } from './store/loaded-books';
import { saveEntry } from './store/save-entry';

/** The entries of a fact as they stand now, and where they brought coins; or what the fact lacks. */
export type BookedSource =
  | { readonly outcome: 'posted'; readonly entries: readonly EntryPosted[]; readonly fed: readonly Fed[] }
  | { readonly outcome: 'waits'; readonly lack: Lack };

/** Coins arrived at a heap of a book. */
export type Fed = Pick<Lack, 'book' | 'heap'>;

/**
 * Books a fact in the caller's transaction, which holds its chain's lock. The journal is drafted until all that it
 * asks of the books is at hand.
 *
 * @throws {LedgerError} the fact does not fit the books: the transaction must not commit
 */
export async function bookSource(tx: EntityManager, { eventId, event, fact, flow }: Source): Promise<BookedSource> {
  const books = await LoadedBooks.open(tx, flow);
  do draft(fact, books);
  while (await books.loadAsked());
  const booked = bookFact(fact, books);
  if (booked.outcome === 'waits') return booked;

  const entries: EntryPosted[] = [];
  for (const entry of booked.entries) {
    const { book, kind, reverses, movements, edges } = entry;
    const header = {
      book,
      kind,
      reverses,
      entryId: entryIdOf(eventId, entry),
      flow,
      chain: event.payload.chain,
      txid: event.payload.txid,
      effectiveAt: ('block' in event.payload ? event.payload.block?.time : undefined) ?? event.payload.occurredAt,
      bookedAt: new Date(),
      sourceEventId: eventId,
    };
    const bookSeq = await saveEntry(tx, header, entry);
    entries.push({ ...header, bookSeq, movements, edges });
  }
  return {
    outcome: 'posted',
    entries,
    fed: booked.entries.flatMap((entry) => heapsFed(entry).map((heap) => ({ book: entry.book, heap }))),
  };
}

function entryIdOf(eventId: string, { book, kind }: NewEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([eventId, book, kind]))
    .digest('hex');
}
