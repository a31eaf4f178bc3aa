import type { PlacedEdge } from './placed-edge';

/** Units `[from, to)` of a series. */
export interface Interval {
  readonly from: bigint;
  readonly to: bigint;
}

/** Units `[from, to)` of one edge, counted from its own first unit. */
export interface Stretch<E extends PlacedEdge = PlacedEdge> extends Interval {
  readonly edge: E;
}

/** What became of an interval of one node's series: the stretches that cover it, and how much none covers. */
export interface Cover<E extends PlacedEdge = PlacedEdge> {
  readonly stretches: readonly Stretch<E>[];
  readonly uncovered: bigint;
}

/**
 * First in, first out: units `[a, b)` of a node's outflow were funded by the inflows that overlap `[a, b)`.
 *
 * @param interval  of the node's outflow
 * @param inflows   edges that reach the node; all that overlap the interval, others do no harm
 * @returns the funding stretches; uncovered is what no inflow brought: all of it where value enters the graph
 */
export function fifoSources<E extends PlacedEdge>(interval: Interval, inflows: readonly E[]): Cover<E> {
  return cover(interval, inflows, ({ inPos }) => inPos);
}

/**
 * The same look-up forward: units `[a, b)` of a node's inflow left by the outflows that overlap `[a, b)`.
 *
 * @param interval  of the node's inflow
 * @param outflows  edges that leave the node
 * @returns the stretches that carried it on; uncovered is what still lies at the node
 */
export function fifoUses<E extends PlacedEdge>(interval: Interval, outflows: readonly E[]): Cover<E> {
  return cover(interval, outflows, ({ outPos }) => outPos);
}

function cover<E extends PlacedEdge>(
  interval: Interval,
  edges: readonly E[],
  positionOf: (edge: E) => bigint,
): Cover<E> {
  let uncovered = interval.to - interval.from;
  const stretches = edges.flatMap((edge) => {
    const position = positionOf(edge);
    const from = max(interval.from, position);
    const to = min(interval.to, position + edge.amount);
    if (from >= to) return [];
    uncovered -= to - from;
    return [{ edge, from: from - position, to: to - position }];
  });
  return { stretches, uncovered };
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
