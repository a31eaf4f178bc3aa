import type { AssetId } from '@tributary/domain-custody';
import type { Account } from './account';
import type { Movement } from './entry';

/** An entry of a flow that neither takes another back nor was taken back. */
export interface StandingEntry {
  readonly entryId: string;
  readonly book: AssetId;
  /** Name of its row. */
  readonly kind: string;
  readonly movements: readonly Movement[];
}

/** What the rows of the journal may ask: how the books stand before the entry. */
export interface Books {
  /** Debit-positive, base units; zero for an account that nobody posted to. */
  balance(book: AssetId, account: Account): bigint;
  /** What stands of a flow over all books, the newest of each book first. */
  standing(flow: string): readonly StandingEntry[];
}
