import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ANY_ROLE, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { FOUND_KINDS } from './store/search-term-row';
import { findByBeginning } from './store/search-terms';

const Found = z
  .object({
    kind: z.enum(FOUND_KINDS),
    id: z.string().describe('Of the thing, as its owner knows it.'),
    by: z.enum(['id', 'transaction', 'sender', 'name']).describe('What of the thing begins so.'),
    text: z.string().describe('The whole of what begins so.'),
    book: z.string().nullable().describe('Of an account or an entry, its book.'),
    account: z.string().nullable().describe('Of an entry, an account that it moved; of an address, its wallet.'),
  })
  .meta({ id: 'Found' });

/** Finds whatever begins with a text, and says what it is. */
@Injectable()
export class FindByBeginning {
  static readonly contract = {
    summary: 'What begins with a text: addresses, clients, wallets, accounts, deposits, sweeps, entries; six of each',
    roles: ANY_ROLE,
    query: z.object({
      q: z.string().trim().min(2, 'must have two letters at least').max(200).describe('In upper or lower case.'),
    }),
    reply: z.object({ items: z.array(Found) }),
  } satisfies RouteContract;

  async handle({ query: { q } }: RouteInput<typeof FindByBeginning.contract>, db: EntityManager) {
    const found = await findByBeginning(db, q);
    return {
      items: found.map(({ kind, id, by, text, book, account }) => ({
        kind,
        id,
        by,
        text,
        account,
        book: book || null,
      })),
    };
  }
}
