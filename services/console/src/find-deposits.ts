import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { parseAddress } from '@tributary/chain-ethereum';
import { chainOfAsset } from '@tributary/domain-custody';
import { ANY_ROLE, pageOf, pageQuery, pageReply, Problem } from '@tributary/platform-service';
import type { EntityManager, RouteContract, RouteInput } from '@tributary/platform-service';
import { Deposit, DepositState, toDeposit } from './deposit';
import { ListedAssetRow } from './store/listed-asset-row';
import { selectDeposits, type BookedDeposit } from './store/select-deposits';

const ROWS_AT_A_TIME = 1000;

const Address = z.string().transform((text, context): string => {
  const address = parseAddress(text);
  if (typeof address === 'string') return address;
  context.addIssue({ code: 'custom', message: address.message });
  return z.NEVER;
});

const Time = z.iso.datetime({ offset: true, error: 'must be a time such as 2026-01-31T12:00:00Z' });

const keyOf = ({ blockTime, transferId }: BookedDeposit) => [blockTime.toISOString(), transferId] as const;

/** Lists deposits, the newest block first: page by page, or all of them as one stream of JSON lines. */
@Injectable()
export class FindDeposits {
  static readonly contract = {
    summary: 'Deposits, newest first',
    roles: ANY_ROLE,
    query: z
      .object({
        assetId: z
          .string()
          .refine(
            (text) => chainOfAsset(text) !== undefined,
            'is no asset id: write its CAIP-19 id, e.g. eip155:1/slip44:60',
          )
          .optional(),
        clientId: z.string().min(1).optional(),
        state: DepositState.optional(),
        address: Address.optional().describe('Address of ours that received.'),
        txid: z
          .string()
          .regex(/^0x[0-9a-fA-F]{64}$/, 'must be 0x and 64 hexadecimal digits')
          .toLowerCase()
          .optional(),
        from: Time.optional().describe('Earliest block time.'),
        to: Time.optional().describe('Block times before this one.'),
        ...pageQuery(z.tuple([z.iso.datetime(), z.string()])),
      })
      .refine(({ from, to }) => !from || !to || Date.parse(from) <= Date.parse(to), {
        path: ['from'],
        message: 'is after to: swap them',
      }),
    reply: pageReply(Deposit).extend({ asOf: z.iso.datetime().describe('When this was read.') }),
    ndjson: Deposit,
  } satisfies RouteContract;

  async handle({ query: { limit, cursor, ...filter } }: RouteInput<typeof FindDeposits.contract>, db: EntityManager) {
    const asOf = new Date().toISOString();
    const rows = await selectDeposits(db, filter, cursor, limit + 1);
    if (rows.length === 0 && filter.assetId && !(await db.existsBy(ListedAssetRow, { assetId: filter.assetId }))) {
      return new Problem(404, 'asset-unknown', 'No such asset is listed', [
        { field: 'query.assetId', reason: `${filter.assetId} is unknown: list it first, or take one of GET /assets` },
      ]);
    }
    return { ...pageOf(rows, limit, { keyOf, toItem: toDeposit }), asOf };
  }

  /** All deposits that fit, whatever their number; the transaction of the stream keeps them of one moment. */
  async *rows({ query: { cursor, ...filter } }: RouteInput<typeof FindDeposits.contract>, db: EntityManager) {
    let after = cursor;
    for (let more = true; more;) {
      const rows = await selectDeposits(db, filter, after, ROWS_AT_A_TIME);
      yield* rows.map(toDeposit);
      const last = rows.at(-1);
      more = rows.length === ROWS_AT_A_TIME;
      if (last) after = [...keyOf(last)];
    }
  }
}
