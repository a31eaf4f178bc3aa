import { createHash } from 'node:crypto';
import { LedgerError, checkEntry, post, sideOf, type Posting, type Row } from '@tributary/domain-ledger';
import type { EntryPosted } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { lockBook, openAccounts, saveBalances } from './store/open-book';
import { EntryRow, MovementRow } from './store/rows';
import { standingEntry } from './store/standing-entry';

/** A fact on its way into a book. */
export type Fact = Pick<
  EntryPosted,
  'book' | 'kind' | 'flow' | 'chain' | 'txid' | 'effectiveAt' | 'bookedAt' | 'sourceEventId'
>;

/**
 * Posts one balanced entry: sequence, movements and balances in the caller's transaction, under the book's lock.
 *
 * @param row  what the journal says of the entry's place in its flow
 *
 * @throws {LedgerError} `flow-out-of-step`: another entry stands before it than the journal says;
 *                       `rule-broken`: it would break a rule. Either way the transaction must not commit.
 */
export async function postEntry(
  tx: EntityManager,
  fact: Fact,
  posting: Posting,
  row: Pick<Row, 'follows' | 'reverses'>,
): Promise<EntryPosted> {
  const { book, flow, kind } = fact;
  const bookSeq = await lockBook(tx, book);
  const before = await standingEntry(tx, book, flow);
  if (before?.kind !== row.follows) {
    throw new LedgerError(
      'flow-out-of-step',
      `${kind} of ${flow} follows ${row.follows ?? 'nothing'}, but ${before?.kind ?? 'nothing'} stands in ${book}: look for a lost or doubled event`,
    );
  }
  const paths = posting.movements.flatMap(({ debit, credit }) => [debit, credit]);
  const accounts = await openAccounts(tx, book, [...new Set(paths)]);
  const accountOf = (path: string) => accounts.get(path) ?? unopened(path);
  const { posted, balances } = post(
    posting.movements,
    new Map([...accounts].map(([path, { balance }]) => [path, balance])),
  );
  checkEntry(posting, balances);

  const entryId = createHash('sha256')
    .update(JSON.stringify([fact.sourceEventId, book]))
    .digest('hex');
  const reverses = row.reverses ? (before?.entryId ?? null) : null;
  await tx.insert(EntryRow, { ...fact, entryId, bookSeq: String(bookSeq), reverses });
  await tx.insert(
    MovementRow,
    posted.map(({ debit, credit, amount, debitAfter, creditAfter }, i) => ({
      book,
      bookSeq: String(bookSeq),
      line: i + 1,
      side: sideOf(debit),
      debit: accountOf(debit).id,
      credit: accountOf(credit).id,
      amount,
      debitAfter,
      creditAfter,
    })),
  );
  await saveBalances(tx, book, balances);
  return { ...fact, bookSeq, entryId, reverses, movements: posting.movements, edges: posting.edges };
}

function unopened(path: string): never {
  throw new LedgerError('account-unknown', `${path} was not opened`);
}
