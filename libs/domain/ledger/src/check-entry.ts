import type { Posting } from './entry';
import { LedgerError } from './ledger-error';
import type { Balances } from './post';
import { duesMirrored, flowDrained, noneOverdrawn, sidesKept } from './rules';

/**
 * Holds an entry against every rule that one entry can break: sides (1), due pairs (3), overdrawn accounts (4)
 * and drained flows (6). What only a whole book shows (2, 5, and sums) is checked over the book.
 *
 * @param after  balances of the entry's accounts once it is posted, debit-positive
 * @throws {LedgerError} `rule-broken`, naming each rule and account: the entry must not be posted
 */
export function checkEntry({ movements, drains }: Posting, after: Balances): void {
  const violations = [
    ...sidesKept(movements),
    ...duesMirrored(movements),
    ...noneOverdrawn(after),
    ...flowDrained(after, drains),
  ];
  if (violations.length > 0) {
    throw new LedgerError('rule-broken', violations.map(({ rule, detail }) => `rule ${rule}: ${detail}`).join('; '));
  }
}
