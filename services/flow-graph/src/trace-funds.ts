import { Injectable } from '@nestjs/common';
import { fifoSources, fifoUses, isBoundary, trace, type Stretch } from '@tributary/domain-flow-graph';
import {
  ANY_ROLE,
  Problem,
  type EntityManager,
  type RouteContract,
  type RouteInput,
} from '@tributary/platform-service';
import { z } from 'zod';
import { assetUnknown, graphQuery } from './flow-query';
import { describeNodes } from './describe-nodes';
import { edgesOfFlow, lookUpIn, type EdgeRecord } from './store/find-edges';
import { findGraph } from './store/find-graph';
import { totalsOf, type Graph } from './store/graph';

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
        transferId: z.string().min(1).optional().describe('Trace what this transfer moved.'),
        node: z.string().min(1).optional().describe('Or: back, what lies at this node; forward, all that left it.'),
        limit: z.coerce.number().int().min(1).max(10_000).default(2_000).describe('Most edges of a trace.'),
      })
      .refine(({ transferId, node }) => (transferId === undefined) !== (node === undefined), {
        path: ['transferId'],
        message: 'name either a transferId or a node',
      }),
    reply: z.object({
      rule: z.literal('FIFO'),
      asset: z.string(),
      layer: z.enum(['custody', 'entitlement']),
      direction: z.enum(['back', 'forward']),
      asOfSeq: z.int().describe('Sequence of the book that this answer has seen.'),
      nodes: z.array(z.object({ id: z.string(), kind: z.string(), label: z.string() })),
      edges: z.array(
        z.object({
          edgeId: z.string(),
          src: z.string(),
          dst: z.string(),
          amount: z.string().describe('The whole edge, base units.'),
          tracedAmount: z.string().describe('As much of it as belongs to the trace.'),
          tx: z.string().nullable(),
          flow: z.string(),
          entryId: z.string(),
          bookSeq: z.int(),
          effectiveAt: z.date(),
        }),
      ),
      remainder: z
        .array(z.object({ node: z.string(), amount: z.string() }))
        .describe('Where the trace ends. Back: who brought it in. Forward: where it still lies.'),
    }),
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof TraceFunds.contract>, db: EntityManager) {
    return db.transaction('REPEATABLE READ', (snapshot) => answer(query, snapshot));
  }
}

type Query = RouteInput<typeof TraceFunds.contract>['query'];

async function answer(query: Query, db: EntityManager) {
  const { asset, layer, direction, limit } = query;
  const graph = await findGraph(db, asset, layer);
  if (!graph) return assetUnknown(asset);

  const starts = query.node
    ? await atNode(db, graph, direction, query.node)
    : await ofFlow(db, graph, direction, query.transferId ?? '');
  if (starts instanceof Problem) return starts;

  const found = await trace(direction, starts, lookUpIn(db, graph, direction), limit);
  if (found === 'too-wide') {
    return new Problem(
      422,
      'trace-too-wide',
      `The trace passes through more than ${limit} edges: raise limit, or trace a single transfer`,
    );
  }
  const edges = [...found.edges].sort((a, b) => Number(a.edge.id) - Number(b.edge.id));
  const nodes = new Set([...edges.flatMap(({ edge: { src, dst } }) => [src, dst]), ...found.ends.keys()]);
  return {
    rule: 'FIFO' as const,
    asset,
    layer,
    direction,
    asOfSeq: graph.asOfSeq,
    nodes: await describeNodes(db, [...nodes]),
    edges: edges.map(({ edge: { id, inPos: _in, outPos: _out, ...edge }, traced }) => ({
      edgeId: id,
      ...edge,
      amount: edge.amount.toString(),
      tracedAmount: traced.toString(),
    })),
    remainder: [...found.ends].map(([node, amount]) => ({ node, amount: amount.toString() })),
  };
}

/** A flow's path is traced back from its last edges, forward from its first ones. */
async function ofFlow(db: EntityManager, graph: Graph, direction: Query['direction'], flow: string) {
  const edges = await edgesOfFlow(db, graph, flow);
  if (edges.length === 0) {
    return new Problem(
      404,
      'transfer-not-final',
      `${flow} moved nothing final in the ${graph.layer} layer of ${graph.asset} yet`,
      [{ field: 'query.transferId', reason: 'has no final edge here' }],
    );
  }
  const inner = new Set(edges.map(({ src, dst }) => (direction === 'back' ? src : dst)));
  return edges.filter(({ src, dst }) => !inner.has(direction === 'back' ? dst : src)).map(whole);
}

/** Back from what lies at a node now (all that reached it, where it is outside); forward from all that ever left it. */
async function atNode(db: EntityManager, graph: Graph, direction: Query['direction'], node: string) {
  const totals = (await totalsOf(db, graph, [node])).get(node);
  if (!totals) {
    return new Problem(404, 'node-unknown', `Nothing final has touched ${node}`, [
      { field: 'query.node', reason: 'no such node' },
    ]);
  }
  const lying = { from: isBoundary(node) ? 0n : totals.out, to: totals.in };
  const interval = direction === 'back' ? lying : { from: 0n, to: totals.out };
  if (interval.from >= interval.to) return [];
  const edges = (await lookUpIn(db, graph, direction)([{ node, ...interval }])) as EdgeRecord[];
  return (direction === 'back' ? fifoSources(interval, edges) : fifoUses(interval, edges)).stretches;
}

function whole(edge: EdgeRecord): Stretch<EdgeRecord> {
  return { edge, from: 0n, to: edge.amount };
}
