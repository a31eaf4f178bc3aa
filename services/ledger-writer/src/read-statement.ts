import { Injectable } from '@nestjs/common';
import { onNormalSide } from '@tributary/domain-ledger';
import {
  ANY_ROLE,
  pageOf,
  pageQuery,
  pageReply,
  Problem,
  type EntityManager,
  type RouteContract,
  type RouteInput,
} from '@tributary/platform-service';
import { z } from 'zod';
import { AccountRow, BookRow } from './store/rows';
import { statementRows } from './store/statement';

const { limit, cursor: before } = pageQuery(z.tuple([z.int(), z.int().max(32_767)]));

/** Shows what passed over an account, and what it stood at after each movement. */
@Injectable()
export class ReadStatement {
  static readonly contract = {
    summary: 'The statement of an account, newest first, with the exact running balance',
    roles: ANY_ROLE,
    query: z.object({
      book: z.string().min(1).describe('CAIP-19 asset id.'),
      account: z.string().min(1).describe('Path of the account.'),
      before,
      limit,
    }),
    reply: z.object({
      book: z.string(),
      account: z.string(),
      balance: z.string().describe('Base units, now; positive on the side on which the account normally stands.'),
      asOfSeq: z.int().describe('Sequence of the book that this answer has seen.'),
      ...pageReply(
        z.object({
          bookSeq: z.int(),
          entryId: z.string(),
          kind: z.string().describe('Row of the journal.'),
          flow: z.string(),
          txid: z.string().nullable(),
          effectiveAt: z.date().describe('Block time of the fact, UTC.'),
          bookedAt: z.date(),
          counterAccount: z.string(),
          debit: z.string().nullable(),
          credit: z.string().nullable(),
          balanceAfter: z.string(),
        }),
      ).shape,
    }),
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof ReadStatement.contract>, db: EntityManager) {
    return db.transaction('REPEATABLE READ', (snapshot) => read(query, snapshot));
  }
}

type Query = RouteInput<typeof ReadStatement.contract>['query'];

async function read({ book, account, before, limit }: Query, db: EntityManager) {
  const found = await db.findOneBy(AccountRow, { book, path: account });
  if (!found) {
    return new Problem(
      404,
      'account-unknown',
      `Nothing was posted to this account: list those of ${book} with GET /accounts`,
      [{ field: 'query.account', reason: 'no such account in this book' }],
    );
  }
  const { seq } = await db.findOneByOrFail(BookRow, { book });
  const rows = await statementRows(db, found.id, before, limit + 1);
  const normal = (debitPositive: bigint) => onNormalSide(account, debitPositive).toString();
  return {
    book,
    account,
    balance: normal(found.balance),
    asOfSeq: Number(seq),
    ...pageOf(rows, limit, {
      keyOf: ({ bookSeq, line }) => [Number(bookSeq), line],
      toItem: ({ line: _, after, ...leg }) => ({
        ...leg,
        bookSeq: Number(leg.bookSeq),
        balanceAfter: normal(BigInt(after)),
      }),
    }),
  };
}
