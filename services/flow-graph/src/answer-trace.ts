import {
  edgesOfPath,
  largestLots,
  trace,
  type Direction,
  type Lot,
  type Start,
  type Trace,
} from '@tributary/domain-flow-graph';
import type { NodeId } from '@tributary/domain-ledger';
import type { EntityManager } from '@tributary/platform-service';
import { describeNodes } from './describe-nodes';
import { lookUpIn, type EdgeRecord } from './store/find-edges';
import type { Graph } from './store/graph';

/** How wide a trace is answered. */
export interface Breadth {
  /** Most lots to show. */
  readonly lots: number;
  /** Most steps to follow. */
  readonly limit: number;
}

/** Part of where a trace ends. */
export interface Remainder {
  readonly node: NodeId;
  readonly amount: bigint;
  /** Block time of the newest edge that brought (back: carried) some of it. */
  readonly effectiveAt: Date | null;
}

/** Follows value through one layer, and writes what it found as an interface answers it. */
export async function answerTrace(
  db: EntityManager,
  graph: Graph,
  direction: Direction,
  start: Start<EdgeRecord>,
  breadth: Breadth,
) {
  const found = await trace(direction, start, lookUpIn(db, graph, direction), breadth.limit);
  const { lots, rest } = largestLots(found, breadth.lots);
  const paths = new Map(lots.map((lot) => [lot, edgesOfPath(direction, lot.path)]));
  const edges = new Map([...paths.values()].flat().map((edge) => [edge.id, edge]));
  const remainder = remainderOf(found);
  const nodes = new Set([
    ...[...edges.values()].flatMap(({ src, dst }) => [src, dst]),
    ...remainder.map(({ node }) => node),
  ]);
  return {
    layer: graph.layer,
    direction,
    nodes: await describeNodes(db, [...nodes]),
    edges: [...edges.values()]
      .sort((a, b) => a.bookSeq - b.bookSeq || Number(a.id) - Number(b.id))
      .map(({ id, inPos: _in, outPos: _out, ...edge }) => ({
        edgeId: id,
        ...edge,
        amount: edge.amount.toString(),
        tracedAmount: (found.traced.get(id) ?? 0n).toString(),
      })),
    lots: lots.map((lot) => ({
      at: lot.at.toString(),
      amount: lot.amount.toString(),
      edges: (paths.get(lot) ?? []).map(({ id }) => id),
      end: lot.end,
      effectiveAt: endedAt(lot),
    })),
    rest: rest && { ...rest, amount: rest.amount.toString() },
    remainder: remainder.map((part) => ({ ...part, amount: part.amount.toString() })),
  };
}

/** Where a trace ends, by node; what was not followed ends where it was left. */
export function remainderOf({ lots, stops }: Trace<EdgeRecord>): Remainder[] {
  const parts = new Map<NodeId, Remainder>();
  const ends = [...lots.map((lot) => ({ ...lot, node: lot.end })), ...stops];
  for (const { node, amount, path } of ends) {
    const known = parts.get(node);
    const at = path?.edge.effectiveAt ?? null;
    const newest = known?.effectiveAt && (!at || known.effectiveAt > at) ? known.effectiveAt : at;
    parts.set(node, { node, amount: (known?.amount ?? 0n) + amount, effectiveAt: newest });
  }
  return [...parts.values()];
}

/** A path's last step is the edge at the lot's end. */
function endedAt({ path }: Lot<EdgeRecord>): Date {
  return path.edge.effectiveAt;
}
