import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ANY_ROLE, pageOf, pageQuery, pageReply } from '@tributary/platform-service';
import type { EntityManager, RouteContract, RouteInput } from '@tributary/platform-service';
import { Client, toClient } from './client';
import { ClientRow } from './store/client-row';
import { pageAfter } from './store/page-after';

/** Lists the clients by id. */
@Injectable()
export class FindClients {
  static readonly contract = {
    summary: 'Clients, by id',
    roles: ANY_ROLE,
    query: z.object(pageQuery(z.tuple([z.string()]))),
    reply: pageReply(Client),
  } satisfies RouteContract;

  async handle({ query: { limit, cursor } }: RouteInput<typeof FindClients.contract>, db: EntityManager) {
    const rows = await pageAfter(db, ClientRow, ['clientId'], { where: {}, after: cursor, limit });
    return pageOf(rows, limit, { keyOf: ({ clientId }) => [clientId], toItem: toClient });
  }
}
