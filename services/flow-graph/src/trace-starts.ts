import { isBoundary, type Direction, type Start, type Stretch } from '@tributary/domain-flow-graph';
import { Problem, type EntityManager } from '@tributary/platform-service';
import { edgesOfFlows, type EdgeRecord } from './store/find-edges';
import type { Graph } from './store/graph';
import { totalsOf } from './store/positions';

/** A flow's path is traced back from its last edges, forward from its first ones. */
export async function startsOfFlow(
  db: EntityManager,
  graph: Graph,
  direction: Direction,
  flow: string,
): Promise<Start<EdgeRecord> | Problem> {
  const edges = await edgesOfFlows(db, graph, [flow]);
  if (edges.length === 0) {
    return new Problem(
      404,
      'transfer-not-final',
      `${flow} moved nothing final in the ${graph.layer} layer of ${graph.asset} yet`,
      [{ field: 'query.transferId', reason: 'has no final edge here' }],
    );
  }
  return outermost(edges, direction);
}

/** Of the edges of one flow those that trace back from its end, or forward from its beginning. */
export function outermost(edges: readonly EdgeRecord[], direction: Direction): Stretch<EdgeRecord>[] {
  const inner = new Set(edges.map(({ src, dst }) => (direction === 'back' ? src : dst)));
  return edges.filter(({ src, dst }) => !inner.has(direction === 'back' ? dst : src)).map(whole);
}

/** Back from what lies at a node now (all that reached it, where it is outside); forward from all that ever left it. */
export async function startsAtNode(
  db: EntityManager,
  graph: Graph,
  direction: Direction,
  node: string,
): Promise<Start<EdgeRecord> | Problem> {
  const totals = (await totalsOf(db, graph, [node])).get(node);
  if (!totals) {
    return new Problem(404, 'node-unknown', `Nothing final has touched ${node}`, [
      { field: 'query.node', reason: 'no such node' },
    ]);
  }
  if (direction === 'forward') return { node, from: 0n, to: totals.out };
  const from = isBoundary(node) ? 0n : totals.out;
  return from < totals.in ? { node, from, to: totals.in } : [];
}

function whole(edge: EdgeRecord): Stretch<EdgeRecord> {
  return { edge, from: 0n, to: edge.amount };
}
