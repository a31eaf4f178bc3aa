import type { AssetId } from '@tributary/domain-custody';
import type { Account } from './account';
import type { Books, StandingEntry } from './books';
import { checkEntries } from './check-entries';
import type { Posting } from './entry';
import { flowOf, type Fact } from './fact';
import { JOURNAL, type RowName } from './journal';
import { LedgerError } from './ledger-error';
import { placeOf } from './place';
import { post, type Balances, type PostedMovement } from './post';
import { rowsFor } from './rows-for';
import { beforeIn, type Row } from './rows/row';
import { SHARED_ADDRESS, coverFor } from './rows/shared-address';
import { OverlaidBooks } from './overlaid-books';

/** An entry that a fact makes, posted over the books as they stood. */
export interface NewEntry extends Posting {
  readonly book: AssetId;
  readonly kind: RowName | typeof SHARED_ADDRESS;
  /** The entry that this one takes back. */
  readonly reverses: string | null;
  readonly posted: readonly PostedMovement[];
  /** What its accounts stand at after it, debit-positive. */
  readonly balances: Balances;
}

/** An asset account that would go below zero. */
export interface Lack {
  readonly book: AssetId;
  readonly account: Account;
  /** Where coins have to arrive: the account's heap. */
  readonly heap: string;
}

/** What the journal makes of a fact: entries, or none before other facts have brought the coins that it moves. */
export type Booked =
  | { readonly outcome: 'posted'; readonly entries: readonly NewEntry[] }
  | { readonly outcome: 'waits'; readonly lack: Lack };

/**
 * Books a fact by the rows of the journal that claim it.
 *
 * Coins that are not there are no defect: a chain's facts come on two topics, so a sweep may be heard of before its
 * deposit, and a deposit be taken back before the sweep that moved it. Such a fact waits for an entry that brings coins
 * to the heap which it lacks.
 *
 * @throws {LedgerError} `flow-out-of-step`: another entry stands in its flow than the row follows;
 *                       `rule-broken`: an entry would break a rule; `row-missing`, `row-ambiguous`
 */
export function bookFact(fact: Fact, books: Books, rows: Readonly<Record<RowName, Row>> = JOURNAL): Booked {
  const { entries, lack } = draft(fact, books, rows);
  if (lack) return { outcome: 'waits', lack };
  for (const entry of entries) checkEntries([entry]);
  return { outcome: 'posted', entries };
}

/**
 * The entries of a fact, unchecked. Everything that they rest on is asked of `books`, so that who has not all of it
 * at hand learns what to fetch.
 *
 * @param covered  rows before which clients' coins and the house's gas at a shared address may make each other good
 */
export function draft(
  fact: Fact,
  books: Books,
  rows: Readonly<Record<RowName, Row>> = JOURNAL,
  covered: 'reversals' | 'all' = 'reversals',
): { readonly entries: readonly NewEntry[]; readonly lack: Lack | undefined } {
  const flow = flowOf(fact);
  const now = new OverlaidBooks(books);
  const entries: NewEntry[] = [];
  let lack: Lack | undefined;
  const enter = (book: AssetId, kind: NewEntry['kind'], posting: Posting, taken: StandingEntry | undefined) => {
    const { posted, balances } = post(posting.movements, now.balancesOf(book, posting));
    const entry = { ...posting, book, kind, reverses: taken?.entryId ?? null, posted, balances };
    entries.push(entry);
    now.add(flow, entry);
    const overdrawn = [...balances].find(([account, balance]) => account.startsWith('assets:') && balance < 0n);
    if (overdrawn) lack ??= { book, account: overdrawn[0], heap: heapOf(overdrawn[0]) };
  };

  for (const { row: kind, book } of rowsFor(fact, books)) {
    const row = rows[kind];
    const before = beforeIn(now, book, flow);
    if (before.standing?.kind !== row.follows) throw outOfStep(kind, flow, book, row, before.standing);
    const posting = row.post(fact, before);
    if (posting.movements.length === 0) continue;
    const cover = (row.reverses || covered === 'all') && coverFor(fact, posting.movements, before);
    if (cover) enter(book, SHARED_ADDRESS, cover, undefined);
    enter(book, kind, posting, row.reverses ? before.standing : undefined);
  }
  return { entries, lack };
}

/** The heaps that an entry brings coins to, so that a fact which waits for them may be tried again. */
export function heapsFed({ movements }: Pick<Posting, 'movements'>): string[] {
  return [...new Set(movements.filter(({ debit }) => debit.startsWith('assets:')).map(({ debit }) => heapOf(debit)))];
}

/** What the chain holds as one: an address, whoever's coins lie there; any other account is its own. */
function heapOf(account: Account): string {
  const place = placeOf(account);
  return place.kind === 'address' ? `${place.chain}:${place.address}` : account;
}

function outOfStep(
  kind: string,
  flow: string,
  book: AssetId,
  row: Row,
  stands: StandingEntry | undefined,
): LedgerError {
  return new LedgerError(
    'flow-out-of-step',
    `${kind} of ${flow} follows ${row.follows ?? 'nothing'}, but ${stands?.kind ?? 'nothing'} stands in ${book}: look for a lost or doubled event`,
  );
}
