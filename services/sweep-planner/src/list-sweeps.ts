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
import { listFlows } from './store/flow-list';
import { flowKind, flowState, summariesOf, sweepSummary } from './sweep-reply';

const key = z.tuple([z.iso.datetime(), z.string()]);

/** Lists the flows. */
@Injectable()
export class ListSweeps {
  static readonly contract = {
    summary: 'Movements of ours, the newest first',
    roles: ANY_ROLE,
    query: z.object({
      state: flowState.optional(),
      kind: flowKind.optional(),
      assetId: z.string().min(1).optional().describe('CAIP-19.'),
      address: z.string().min(1).optional().describe('Pays or is paid.'),
      needsApproval: z.stringbool().optional().describe('true: those that wait for an approver.'),
      ...pageQuery(key),
    }),
    reply: pageReply(sweepSummary),
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof ListSweeps.contract>, db: EntityManager) {
    const { cursor, limit, ...filter } = query;
    const flows = await listFlows(db, filter, cursor, limit + 1);
    const page = pageOf(flows, limit, {
      keyOf: ({ plannedAt, flowId }) => [plannedAt.toISOString(), flowId],
      toItem: (flow) => flow,
    });
    return { items: await summariesOf(db, page.items), nextCursor: page.nextCursor };
  }
}
