import { bookFact, heapsFed, type Lack, type NewEntry } from './book-fact';
import { bookTogether, type BookedFact } from './book-together';
import type { Movement } from './entry';
import { flowOf, type Fact } from './fact';
import { JOURNAL, type RowName } from './journal';
import { OverlaidBooks } from './overlaid-books';
import { post, type Balances } from './post';
import type { Row } from './rows/row';
import { stillToBook } from './still-to-book';

/** Books in memory: takes facts as they come, lets wait what has to wait. */
export class TestLedger {
  readonly entries: (NewEntry & { readonly entryId: string; readonly flow: string })[] = [];
  readonly waiting: { readonly fact: Fact; lack?: Lack | undefined }[] = [];
  readonly balances = new Map<string, Map<string, bigint>>();
  private readonly books = new OverlaidBooks({ balance: () => 0n, standing: () => [] });
  private readonly numbers = new Map<Fact, number>();

  constructor(private readonly rows: Readonly<Record<RowName, Row>> = JOURNAL) {}

  take(fact: Fact): void {
    this.numbers.set(fact, this.numbers.size);
    const flow = flowOf(fact);
    const before = this.waiting.filter((other) => flowOf(other.fact) === flow);
    const left = stillToBook(
      before.map((other) => other.fact),
      fact,
    );
    for (const other of before) {
      if (!left.includes(other.fact)) this.waiting.splice(this.waiting.indexOf(other), 1);
    }
    if (!left.includes(fact)) return;
    const lack = left.length > 1 ? undefined : this.tryToBook(fact);
    if (left.length > 1 || lack) this.waiting.push({ fact, lack });
  }

  /** Books sets of what waits, as long as there are any. */
  bookWaiting(): void {
    const { rows, entryIdOf } = this;
    for (let booked = 1; booked > 0;) {
      const waiting = this.waiting.map(({ fact }) => fact);
      const set = bookTogether(waiting, this.books, { rows, entryIdOf });
      for (const { fact } of set)
        this.waiting.splice(
          this.waiting.findIndex((one) => one.fact === fact),
          1,
        );
      for (const one of set) this.add(one);
      for (const one of set) this.wake(one);
      booked = set.length;
    }
  }

  /** Movements that no fact here makes: what a later row will post. */
  correct(book: string, movements: readonly Movement[]): void {
    const balances = post(movements, this.of(book)).balances;
    this.balances.set(book, new Map(balances));
    this.books.add('', { book, kind: '', movements, balances, reverses: null });
  }

  of(book: string): Balances {
    return this.balances.get(book) ?? new Map();
  }

  private readonly entryIdOf = (fact: Fact, { book, kind }: Pick<NewEntry, 'book' | 'kind'>): string =>
    `${this.numbers.get(fact)} ${kind} ${book}`;

  private tryToBook(fact: Fact): Lack | undefined {
    const booked = bookFact(fact, this.books, this.rows);
    if (booked.outcome === 'waits') return booked.lack;
    this.add({ fact, entries: booked.entries });
    this.wake({ fact, entries: booked.entries });
    return undefined;
  }

  private add({ fact, entries }: BookedFact): void {
    const flow = flowOf(fact);
    for (const entry of entries) {
      const entryId = this.entryIdOf(fact, entry);
      this.entries.push({ ...entry, entryId, flow });
      this.books.add(flow, { ...entry, entryId });
      this.balances.set(entry.book, new Map([...this.of(entry.book), ...entry.balances]));
    }
  }

  /** Tries again what waited for coins where these entries brought some, and what waited behind the fact itself. */
  private wake({ fact: booked, entries }: BookedFact): void {
    const fed = entries.flatMap((entry) => heapsFed(entry).map((heap) => `${entry.book} ${heap}`));
    for (const one of [...this.waiting]) {
      const isNext = !one.lack && this.waiting.find(({ fact }) => flowOf(fact) === flowOf(booked)) === one;
      const isFed = one.lack && fed.includes(`${one.lack.book} ${one.lack.heap}`);
      if (!this.waiting.includes(one) || !(isNext || isFed)) continue;
      const at = this.waiting.indexOf(one);
      this.waiting.splice(at, 1);
      const lack = this.tryToBook(one.fact);
      if (lack) this.waiting.splice(at, 0, { fact: one.fact, lack });
    }
  }
}
