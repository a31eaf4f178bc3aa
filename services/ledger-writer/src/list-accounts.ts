import { Injectable } from '@nestjs/common';
import { onNormalSide } from '@tributary/domain-ledger';
import {
  ANY_ROLE,
  pageOf,
  pageQuery,
  pageReply,
  type EntityManager,
  type RouteContract,
  type RouteInput,
} from '@tributary/platform-service';
import { z } from 'zod';

/** Lists the accounts of a book. */
@Injectable()
export class ListAccounts {
  static readonly contract = {
    summary: 'The accounts of a book with their balances, by path',
    roles: ANY_ROLE,
    query: z.object({
      book: z.string().min(1).describe('CAIP-19 asset id.'),
      prefix: z.string().default('').describe('Start of the path, e.g. liabilities:c:available:'),
      ...pageQuery(z.string()),
    }),
    reply: pageReply(
      z.object({
        book: z.string(),
        account: z.string(),
        balance: z.string().describe('Base units; positive on the side on which the account normally stands.'),
      }),
    ),
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof ListAccounts.contract>, db: EntityManager) {
    const { book, prefix, cursor, limit } = query;
    const rows: { path: string; balance: string }[] = await db.query(
      `SELECT path, balance FROM account
       WHERE book = $1 AND starts_with(path, $2) AND path > $3
       ORDER BY path LIMIT $4`,
      [book, prefix, cursor ?? '', limit + 1],
    );
    return pageOf(rows, limit, {
      keyOf: ({ path }) => path,
      toItem: ({ path, balance }) => ({
        book,
        account: path,
        balance: onNormalSide(path, BigInt(balance)).toString(),
      }),
    });
  }
}
