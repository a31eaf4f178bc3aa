import type { Fact } from '../fact';
import type { Posting } from '../entry';
import type { AssetId } from '@tributary/domain-custody';
import type { Account } from '../account';
import type { Books, StandingEntry } from '../books';

/** A row of the journal: what it debits and credits for a fact. */
export interface Row {
  /** A method, so that each family of rows may take its own facts alone. */
  post(fact: Fact, before: Before): Posting;
  /** The one entry of the flow that stands in the book before this one; none where the flow begins here. */
  readonly follows?: string;
  /** This row takes back the entry that it follows. */
  readonly reverses?: true;
}

/** The row's book as it stands before the entry. */
export interface Before {
  readonly book: AssetId;
  /** Debit-positive. */
  balance(account: Account): bigint;
  /** The newest entry that stands of the flow. */
  readonly standing: StandingEntry | undefined;
}

/** The books seen from one of them. */
export function beforeIn(books: Books, book: AssetId, flow: string): Before {
  return {
    book,
    balance: (account) => books.balance(book, account),
    standing: books.standing(flow).find((entry) => entry.book === book),
  };
}
