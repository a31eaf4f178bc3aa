import { Injectable } from '@nestjs/common';
import { ANY_ROLE, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import type { Party } from '@tributary/events';
import { z } from 'zod';
import { listOutflows } from './store/outflows';
import { amount } from './sweep-reply';

const LIMIT = 1000;

const party = z.object({ address: z.string(), walletId: z.string().nullable(), role: z.string().nullable() });

/** Lists value that left our addresses and that no flow explains. */
@Injectable()
export class ListOutflows {
  static readonly contract = {
    summary: 'Movements and fees out of our addresses that nobody planned, the newest 1000 first',
    roles: ANY_ROLE,
    query: z.object({ state: z.enum(['unexplained', 'reverted']).optional() }),
    reply: z.object({
      items: z.array(
        z.object({
          outflowId: z.string(),
          what: z.enum(['transfer', 'fee']),
          state: z.enum(['unexplained', 'reverted']),
          chain: z.string(),
          txid: z.string(),
          assetId: z.string(),
          amount,
          from: party,
          to: party.nullable(),
          block: z.object({ height: z.int(), hash: z.string(), time: z.iso.datetime() }),
          judgedAt: z.iso.datetime(),
        }),
      ),
    }),
  } satisfies RouteContract;

  async handle({ query: { state } }: RouteInput<typeof ListOutflows.contract>, db: EntityManager) {
    const rows = await listOutflows(db, state, LIMIT);
    return {
      items: rows.map(({ outflowId, what, state, chain, txid, assetId, block, ...row }) => ({
        ...{ outflowId, what, state, chain, txid, assetId, block },
        amount: row.amount.toString(),
        from: describe(row.from),
        to: row.to && describe(row.to),
        judgedAt: row.judgedAt.toISOString(),
      })),
    };
  }
}

function describe({ address, owner }: Party): z.input<typeof party> {
  return { address, walletId: owner?.walletId ?? null, role: owner?.role ?? null };
}
