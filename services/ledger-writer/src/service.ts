import { Module } from '@nestjs/common';
import {
  EntryPosted,
  OutflowReverted,
  OutflowUnexplained,
  SweepBroadcast,
  SweepFailed,
  SweepReverted,
  SweepSettled,
  TransferConfirmed,
  TransferFinalized,
  TransferReverted,
} from '@tributary/events';
import { ServiceModule, on, poll, query } from '@tributary/platform-service';
import { BookWaiting } from './book-waiting';
import { CheckBooks } from './check-books';
import { ListAccounts } from './list-accounts';
import { ListBooks } from './list-books';
import { ListEntries } from './list-entries';
import { ListWaiting } from './list-waiting';
import { PostFact } from './post-fact';
import { ReadEntry } from './read-entry';
import { ReadStatement } from './read-statement';
import { InitialSchema1 } from './store/initial-schema-1';
import { AccountRow, BookRow } from './store/rows';
import { WatchWaiting } from './watch-waiting';

/**
 * Keeps the books: turns every fact into a balanced entry, or into none, by the journal.
 *
 *   TransferConfirmed, TransferFinalized, TransferReverted        -> PostFact -> EntryPosted
 *   SweepBroadcast, SweepSettled, SweepFailed, SweepReverted      -> PostFact -> EntryPosted
 *   OutflowUnexplained, OutflowReverted                           -> PostFact -> EntryPosted
 *                                     into book, account, entry and movement; or into waiting, while coins lack
 *
 *   every 10 s -> BookWaiting  -> EntryPosted, of facts in waiting that lack coins each by itself, but not together
 *              -> CheckBooks   -> the metric custody_ledger_unbalanced_books
 *              -> WatchWaiting -> the metric custody_ledger_waiting_oldest_seconds
 */
@Module({
  imports: [
    ServiceModule.of({
      name: 'ledger-writer',
      consumes: [
        on(TransferConfirmed, PostFact),
        on(TransferFinalized, PostFact),
        on(TransferReverted, PostFact),
        on(SweepBroadcast, PostFact),
        on(SweepSettled, PostFact),
        on(SweepFailed, PostFact),
        on(SweepReverted, PostFact),
        on(OutflowUnexplained, PostFact),
        on(OutflowReverted, PostFact),
      ],
      polls: [
        poll(BookWaiting, { everyMs: 10_000 }),
        poll(CheckBooks, { everyMs: 10_000 }),
        poll(WatchWaiting, { everyMs: 10_000 }),
      ],
      queries: [
        query('GET /books', ListBooks),
        query('GET /accounts', ListAccounts),
        query('GET /statement', ReadStatement),
        query('GET /entries', ListEntries),
        query('GET /entries/{entryId}', ReadEntry),
        query('GET /waiting', ListWaiting),
      ],
      produces: [EntryPosted],
      stores: [BookRow, AccountRow],
      migrations: [InitialSchema1],
    }),
  ],
})
export class LedgerWriterModule {}
