import { Injectable } from '@nestjs/common';
import {
  ANY_ROLE,
  pageOf,
  pageQuery,
  pageReply,
  Problem,
  type EntityManager,
  type RouteContract,
  type RouteInput,
} from '@tributary/platform-service';
import { z } from 'zod';
import { BACKWARD, flowQuery, graphAsked, isForward } from './flow-query';
import { foldGroups } from './fold-groups';
import { linksBetweenGroups } from './store/group-links';
import { passagesBetween } from './store/passages';
import { inSnapshot, overWholeGraph } from './store/plans';

/** Lists what stands behind one ribbon of the picture; its amounts sum to the ribbon's. */
@Injectable()
export class ListFlowEdges {
  static readonly contract = {
    summary: 'The edges behind a link of the flow, newest first; transit taken out',
    roles: ANY_ROLE,
    query: z
      .object({
        ...flowQuery,
        source: z.string().min(1).describe("The link's source."),
        target: z.string().min(1).describe("The link's target."),
        ...pageQuery(z.int()),
      })
      .refine(isForward, BACKWARD),
    reply: pageReply(
      z.object({
        edgeId: z.string(),
        src: z.string(),
        dst: z.string(),
        amount: z.string().describe('Base units.'),
        tx: z.string().nullable(),
        flow: z.string(),
        entryId: z.string(),
        bookSeq: z.int(),
        effectiveAt: z.date(),
      }),
    ),
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof ListFlowEdges.contract>, db: EntityManager) {
    return inSnapshot(db, (snapshot) => list(query, snapshot));
  }
}

async function list(query: RouteInput<typeof ListFlowEdges.contract>['query'], db: EntityManager) {
  const { source, target, cursor, limit } = query;
  const graph = await graphAsked(db, query);
  if (graph instanceof Problem) return graph;

  const { behind } = foldGroups(await linksBetweenGroups(db, graph, query));
  const rows = await overWholeGraph(db, () =>
    passagesBetween(db, graph, query, {
      source: behind(source),
      target: behind(target),
      before: cursor,
      limit: limit + 1,
    }),
  );
  return pageOf(rows, limit, { keyOf: ({ edgeId }) => Number(edgeId), toItem: (row) => row });
}
