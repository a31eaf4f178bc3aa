import { Injectable } from '@nestjs/common';
import { ANY_ROLE, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { z } from 'zod';
import { entryReply } from './entry-reply';
import { entriesOfFlow } from './store/entries';

/** Lists the entries of a flow. */
@Injectable()
export class ListEntries {
  static readonly contract = {
    summary: 'The entries of a flow with their movements, oldest first',
    roles: ANY_ROLE,
    query: z.object({ flow: z.string().min(1).describe('The flow; of a deposit its transferId.') }),
    reply: z.object({ items: z.array(entryReply) }),
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof ListEntries.contract>, db: EntityManager) {
    return { items: await entriesOfFlow(db, query.flow) };
  }
}
