import { EntryPosted } from '@tributary/events';
import { CHAIN, recordOf } from './console.fixture';

/** The first entry of a book: it debits one account and credits another. */
export function entryMoving(book: string, entryId: string, [debit, credit]: readonly [string, string]) {
  const at = new Date(1_700_000_900_000);
  return recordOf(EntryPosted, {
    ...{ book, bookSeq: 1, entryId, kind: 'deposit-finalized', flow: entryId, chain: CHAIN, sourceEventId: 's' },
    ...{ txid: null, effectiveAt: at, bookedAt: at, reverses: null, edges: [] },
    movements: [{ debit, credit, amount: 1n }],
  });
}
