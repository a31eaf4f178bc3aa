import { Injectable } from '@nestjs/common';
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

/** Lists the facts that are not booked yet. */
@Injectable()
export class ListWaiting {
  static readonly contract = {
    summary: 'Facts that wait for coins which another fact has to bring first, oldest first',
    roles: ANY_ROLE,
    query: z.object(pageQuery(z.string().regex(/^\d{1,18}$/))),
    reply: pageReply(
      z.object({
        eventId: z.string().describe('ce_id of the fact.'),
        eventType: z.string(),
        chain: z.string(),
        flow: z.string(),
        since: z.date(),
        lacks: z
          .object({ book: z.string(), account: z.string() })
          .nullable()
          .describe('The account without the coins; null where it waits behind an earlier fact of its flow.'),
      }),
    ),
  } satisfies RouteContract;

  async handle({ query: { cursor, limit } }: RouteInput<typeof ListWaiting.contract>, db: EntityManager) {
    const rows: WaitingRow[] = await db.query(
      `SELECT id, event_id AS "eventId", event_type AS "eventType", chain, flow, since, book, account
       FROM waiting WHERE id > $1 ORDER BY id LIMIT $2`,
      [cursor ?? '0', limit + 1],
    );
    return pageOf(rows, limit, {
      keyOf: ({ id }) => id,
      toItem: ({ id: _, book, account, ...fact }) => ({
        ...fact,
        lacks: book && account ? { book, account } : null,
      }),
    });
  }
}

interface WaitingRow {
  readonly id: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly chain: string;
  readonly flow: string;
  readonly since: Date;
  readonly book: string | null;
  readonly account: string | null;
}
