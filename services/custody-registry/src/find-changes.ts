import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ANY_ROLE, pageOf, pageQuery, pageReply } from '@tributary/platform-service';
import type { EntityManager, RouteContract, RouteInput } from '@tributary/platform-service';
import { ChangeSummary, toChangeSummary } from './change';
import { CHANGE_KIND_NAMES } from './change-kinds';
import { CHANGE_STATES } from './store/change-row';
import { findChanges } from './store/changes';

/** Lists what was proposed, the newest first. */
@Injectable()
export class FindChanges {
  static readonly contract = {
    summary: 'Changes of the registry, the newest first',
    roles: ANY_ROLE,
    query: z.object({
      state: z.enum(CHANGE_STATES).optional(),
      kind: z.enum(CHANGE_KIND_NAMES).optional(),
      maker: z.string().optional(),
      ...pageQuery(z.tuple([z.int()])),
    }),
    reply: pageReply(ChangeSummary),
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof FindChanges.contract>, db: EntityManager) {
    const { cursor, ...filter } = query;
    const rows = await findChanges(db, { ...filter, before: cursor?.[0] });
    return pageOf(rows, query.limit, { keyOf: ({ changeId }) => [changeId], toItem: toChangeSummary });
  }
}
