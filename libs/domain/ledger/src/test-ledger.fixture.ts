import { bookFact, heapsFed, type Lack, type NewEntry } from './book-fact';
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

  constructor(private readonly rows: Readonly<Record<RowName, Row>> = JOURNAL) {}

  take(fact: Fact): void {
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

  /** Movements that no fact here makes: what a later row will post. */
  correct(book: string, movements: readonly Movement[]): void {
    const balances = post(movements, this.of(book)).balances;
    this.balances.set(book, new Map(balances));
    this.books.add('', { book, kind: '', movements, balances, reverses: null });
  }

  of(book: string): Balances {
    return this.balances.get(book) ?? new Map();
  }

  private tryToBook(fact: Fact): Lack | undefined {
    const booked = bookFact(fact, this.books, this.rows);
    if (booked.outcome === 'waits') return booked.lack;
    for (const entry of booked.entries) {
      const entryId = String(this.entries.length);
      this.entries.push({ ...entry, entryId, flow: flowOf(fact) });
      this.books.add(flowOf(fact), { ...entry, entryId });
      this.balances.set(entry.book, new Map([...this.of(entry.book), ...entry.balances]));
    }
    this.wake(
      fact,
      booked.entries.flatMap((entry) => heapsFed(entry).map((heap) => `${entry.book} ${heap}`)),
    );
    return undefined;
  }

  /** Tries again what waited for these heaps, and what waited behind the fact itself. */
  private wake(booked: Fact, fed: readonly string[]): void {
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
