import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-postgres';
import type { RouteInput, RouteReply } from '@tributary/platform-service';
import { z } from 'zod';
import { entryReply } from './entry-reply';
import { entriesOfFlow } from './store/entries';

const contract = {
  summary: 'The entries of a flow with their movements, oldest first.',
  query: z.object({ flow: z.string().min(1).describe('The flow; of a deposit its transferId.') }),
  reply: z.object({ items: z.array(entryReply) }),
};

@Injectable()
export class ListEntries {
  static readonly contract = contract;

  async handle({ query }: RouteInput<typeof contract>, db: EntityManager): Promise<RouteReply<typeof contract>> {
    return { items: await entriesOfFlow(db, query.flow) };
  }
}
