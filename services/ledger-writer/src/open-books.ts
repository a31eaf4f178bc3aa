import { createHash } from 'node:crypto';
import {
  OverlaidBooks,
  bookFact,
  bookTogether,
  draft,
  draftTogether,
  heapsFed,
  type Books,
  type Fact,
  type Lack,
  type NewEntry,
  type StandingEntry,
} from '@tributary/domain-ledger';
import type { EntryPosted } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import type { Source } from './source';
import { LoadedBooks } from './store/loaded-books';
import { saveEntries, type EntryHeader, type UnsavedEntry } from './store/save-entries';

/** Where entries brought coins. */
export type Fed = readonly Pick<Lack, 'book' | 'heap'>[];

/** What became of a fact: where its entries brought coins, or what it lacks. */
export type Outcome = { readonly fed: Fed } | { readonly lack: Lack };

/**
 * The books of a chain while some facts are booked: read once for all of them, written once at the end. The caller's
 * transaction holds the chain's lock.
 */
export class OpenBooks {
  private readonly unsaved: UnsavedEntry[] = [];
  private readonly now: OverlaidBooks;

  private constructor(
    private readonly tx: EntityManager,
    private readonly loaded: LoadedBooks,
  ) {
    this.now = new OverlaidBooks(loaded);
  }

  /** Opens the books and loads what these facts rest on, as far as it can be told before they are booked. */
  static async of(tx: EntityManager, sources: readonly Source[]): Promise<OpenBooks> {
    const loaded = new LoadedBooks(tx);
    await loaded.loadFlows(sources.map(({ flow }) => flow));
    const rehearsed = new OverlaidBooks(loaded);
    for (const source of sources) {
      for (const entry of draftOf(source, rehearsed)) rehearsed.add(source.flow, withId(source, entry));
    }
    await loaded.loadAsked();
    return new OpenBooks(tx, loaded);
  }

  /**
   * Books a fact. The journal is drafted until all that it asks of the books is at hand.
   *
   * @throws {LedgerError} the fact does not fit the books: the transaction must not commit
   */
  async book(source: Source): Promise<Outcome> {
    await this.loaded.loadFlows([source.flow]);
    do draft(source.fact, this.now);
    while (await this.loaded.loadAsked());
    const booked = bookFact(source.fact, this.now);
    if (booked.outcome === 'waits') return { lack: booked.lack };
    return { fed: this.add(source, booked.entries) };
  }

  /**
   * Books as a set what can be booked of these facts, which each lack coins.
   *
   * @param sources  of one chain, in the order of their arrival
   * @throws {LedgerError} the set breaks a rule: the transaction must not commit
   */
  async bookTogether<S extends Source>(sources: readonly S[]): Promise<{ readonly source: S; readonly fed: Fed }[]> {
    const sourceOf = new Map(sources.map((source) => [source.fact, source]));
    const facts = [...sourceOf.keys()];
    const by = { entryIdOf: (fact: Fact, entry: EntryKey) => entryIdOf(sourceOf.get(fact)!, entry) };
    await this.loaded.loadFlows(sources.map(({ flow }) => flow));
    do draftTogether(facts, this.now, by);
    while (await this.loaded.loadAsked());
    return bookTogether(facts, this.now, by).map(({ fact, entries }) => {
      const source = sourceOf.get(fact)!;
      return { source, fed: this.add(source, entries) };
    });
  }

  private add(source: Source, entries: readonly NewEntry[]): Fed {
    for (const entry of entries) {
      this.now.add(source.flow, withId(source, entry));
      this.unsaved.push({ header: headerOf(source, entry), entry });
    }
    return entries.flatMap((entry) => heapsFed(entry).map((heap) => ({ book: entry.book, heap })));
  }

  /** Writes what was booked. */
  async save(): Promise<EntryPosted[]> {
    const places = await saveEntries(this.tx, this.unsaved);
    return this.unsaved.map(({ header, entry: { movements, edges } }, i) => {
      return { ...header, bookSeq: places[i] as number, movements, edges };
    });
  }
}

/** A fact that does not fit the books makes no draft; it fails when it is booked. */
function draftOf({ fact }: Source, books: Books): readonly NewEntry[] {
  try {
    return draft(fact, books).entries;
  } catch {
    return [];
  }
}

function withId(source: Source, entry: NewEntry): NewEntry & Pick<StandingEntry, 'entryId'> {
  return { ...entry, entryId: entryIdOf(source, entry) };
}

function headerOf(source: Source, entry: NewEntry): EntryHeader {
  const { payload } = source.event;
  return {
    entryId: entryIdOf(source, entry),
    book: entry.book,
    kind: entry.kind,
    reverses: entry.reverses,
    flow: source.flow,
    chain: payload.chain,
    txid: payload.txid,
    effectiveAt: ('block' in payload ? payload.block?.time : undefined) ?? payload.occurredAt,
    bookedAt: new Date(),
    sourceEventId: source.eventId,
  };
}

type EntryKey = Pick<NewEntry, 'book' | 'kind'>;

function entryIdOf({ eventId }: Source, { book, kind }: EntryKey): string {
  return createHash('sha256')
    .update(JSON.stringify([eventId, book, kind]))
    .digest('hex');
}
