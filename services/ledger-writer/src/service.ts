import { Module } from '@nestjs/common';
import { TransferConfirmed, TransferFinalized, TransferReverted, EntryPosted } from '@tributary/events';
import { ServiceModule, on, poll, query } from '@tributary/platform-service';
import { CheckBooks } from './check-books';
import { ListAccounts } from './list-accounts';
import { ListBooks } from './list-books';
import { ListEntries } from './list-entries';
import { PostTransfer } from './post-transfer';
import { ReadEntry } from './read-entry';
import { ReadStatement } from './read-statement';
import { InitialSchema1 } from './store/initial-schema-1';
import { AccountRow, BookRow, EntryRow, MovementRow } from './store/rows';

/**
 * Keeps the books: turns every fact into a balanced entry, or into none, by the journal.
 *
 *   TransferConfirmed -> PostTransfer -> entry, movement, account -> EntryPosted
 *   TransferFinalized -> PostTransfer -> entry, movement, account -> EntryPosted, with the edges that became final
 *   TransferReverted  -> PostTransfer -> entry, movement, account -> EntryPosted, which takes the confirmed one back
 *
 *   every 10 s        -> CheckBooks   -> the metric custody_ledger_unbalanced_books
 */
@Module({
  imports: [
    ServiceModule.of({
      name: 'ledger-writer',
      consumes: [
        on(TransferConfirmed, PostTransfer),
        on(TransferFinalized, PostTransfer),
        on(TransferReverted, PostTransfer),
      ],
      polls: [poll(CheckBooks, { everyMs: 10_000 })],
      queries: [
        query('GET /books', ListBooks),
        query('GET /accounts', ListAccounts),
        query('GET /statement', ReadStatement),
        query('GET /entries', ListEntries),
        query('GET /entries/{entryId}', ReadEntry),
      ],
      produces: [EntryPosted],
      stores: [BookRow, AccountRow, EntryRow, MovementRow],
      migrations: [InitialSchema1],
    }),
  ],
})
export class LedgerWriterModule {}
