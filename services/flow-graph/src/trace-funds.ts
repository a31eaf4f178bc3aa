import { Injectable } from '@nestjs/common';
import {
  ANY_ROLE,
  Problem,
  type EntityManager,
  type RouteContract,
  type RouteInput,
} from '@tributary/platform-service';
import { z } from 'zod';
import { answerTrace } from './answer-trace';
import { graphAsked, graphQuery } from './flow-query';
import { inSnapshot } from './store/plans';
import { traceBreadth, traceReply } from './trace-reply';
import { startsAtNode, startsOfFlow } from './trace-starts';

/** Answers what funded something, or where it went: first in, first out, exact to the base unit. */
@Injectable()
export class TraceFunds {
  static readonly contract = {
    summary: 'What funded a transfer or a node (back), or where it went (forward), first in first out',
    roles: ANY_ROLE,
    query: z
      .object({
        ...graphQuery,
        direction: z.enum(['back', 'forward']).default('back'),
        transferId: z.string().min(1).optional().describe('Trace what this transfer, or flow, moved.'),
        node: z.string().min(1).optional().describe('Or: back, what lies at this node; forward, all that left it.'),
        ...traceBreadth,
      })
      .refine(({ transferId, node }) => (transferId === undefined) !== (node === undefined), {
        path: ['transferId'],
        message: 'name either a transferId or a node',
      }),
    reply: traceReply,
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof TraceFunds.contract>, db: EntityManager) {
    return inSnapshot(db, (snapshot) => answer(query, snapshot));
  }
}

async function answer(query: RouteInput<typeof TraceFunds.contract>['query'], db: EntityManager) {
  const graph = await graphAsked(db, query);
  if (graph instanceof Problem) return graph;
  const { asset, epoch, asOfSeq } = graph;
  const start = query.node
    ? await startsAtNode(db, graph, query.direction, query.node)
    : await startsOfFlow(db, graph, query.direction, query.transferId ?? '');
  if (start instanceof Problem) return start;
  return {
    rule: 'FIFO' as const,
    asset,
    epoch,
    asOfSeq,
    ...(await answerTrace(db, graph, query.direction, start, query)),
  };
}
