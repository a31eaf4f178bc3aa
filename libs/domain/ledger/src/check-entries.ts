import type { AssetId } from '@tributary/domain-custody';
import type { Account } from './account';
import type { Posting } from './entry';
import { LedgerError } from './ledger-error';
import type { Balances } from './post';
import { duesMirrored, flowDrained, noneOverdrawn, sidesKept } from './rules';

/** An entry over the books, with what its accounts stand at after it, debit-positive. */
interface PostedEntry extends Posting {
  readonly book: AssetId;
  readonly balances: Balances;
}

/**
 * Holds entries that are booked together, in order, against every rule that they can break: sides (1), due pairs (3)
 * and drained flows (6) each by itself; overdrawn accounts (4) once all of them are posted. What only a whole book
 * shows (2, 5, and sums) is checked over the book.
 *
 * @throws {LedgerError} `rule-broken`, naming each rule and account: none of the entries must be posted
 */
export function checkEntries(entries: readonly PostedEntry[]): void {
  const violations = entries.flatMap(({ movements, balances, drains }) => [
    ...sidesKept(movements),
    ...duesMirrored(movements),
    ...flowDrained(balances, drains),
  ]);
  for (const balances of balancesAfter(entries).values()) violations.push(...noneOverdrawn(balances));
  if (violations.length > 0) {
    throw new LedgerError('rule-broken', violations.map(({ rule, detail }) => `rule ${rule}: ${detail}`).join('; '));
  }
}

/** What the accounts of some entries stand at once all of them are posted, by book. */
export function balancesAfter(
  entries: readonly Pick<PostedEntry, 'book' | 'balances'>[],
): ReadonlyMap<AssetId, Balances> {
  const books = new Map<AssetId, Map<Account, bigint>>();
  for (const { book, balances } of entries) {
    const after = books.get(book) ?? new Map<Account, bigint>();
    for (const [account, balance] of balances) after.set(account, balance);
    books.set(book, after);
  }
  return books;
}
