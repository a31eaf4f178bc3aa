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
import { assetUnknown, BACKWARD, flowQuery, isForward } from './flow-query';
import { foldGroups } from './fold-groups';
import { findGraph } from './store/find-graph';
import { overWholeGraph } from './store/over-whole-graph';
import { linksBetweenGroups, passagesBetween } from './store/passages';

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
    return overWholeGraph(db, (snapshot) => list(query, snapshot));
  }
}

async function list(query: RouteInput<typeof ListFlowEdges.contract>['query'], db: EntityManager) {
  const { asset, layer, source, target, cursor, limit, ...range } = query;
  const graph = await findGraph(db, asset, layer);
  if (!graph) return assetUnknown(asset);

  const { behind } = foldGroups(await linksBetweenGroups(db, graph, range));
  const rows = await passagesBetween(db, graph, range, {
    source: behind(source),
    target: behind(target),
    before: cursor,
    limit: limit + 1,
  });
  return pageOf(rows, limit, { keyOf: ({ edgeId }) => Number(edgeId), toItem: (row) => row });
}
