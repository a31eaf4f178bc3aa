import { z } from 'zod';

/** An entry as REST shows it; amounts are base units of the book's asset. */
export const entryReply = z.object({
  entryId: z.string(),
  book: z.string().describe('CAIP-19 asset id.'),
  bookSeq: z.int().describe('Place in the book, from 1 without gaps.'),
  kind: z.string().describe('Row of the journal, e.g. deposit-finalized.'),
  flow: z.string().describe('What its entries belong to; of a deposit its transferId.'),
  chain: z.string(),
  txid: z.string().nullable(),
  effectiveAt: z.date().describe('Block time of the fact, UTC.'),
  bookedAt: z.date(),
  sourceEventId: z.string().describe('ce_id of the fact.'),
  reverses: z.string().nullable().describe('The entry that this one takes back.'),
  movements: z.array(z.object({ debit: z.string(), credit: z.string(), amount: z.string() })),
});
