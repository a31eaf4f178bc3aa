import { placeOf, type NodeId } from '@tributary/domain-ledger';
import { fifoSources, fifoUses, type Interval, type Stretch } from './fifo';
import type { PlacedEdge } from './placed-edge';

/** Back: what funded it. Forward: where it went. */
export type Direction = 'back' | 'forward';

/** A node whose series is asked for edges: its inflow when tracing back, its outflow when tracing forward. */
export interface Wanted extends Interval {
  readonly node: NodeId;
}

/** Finds the edges that overlap any of the wanted intervals of their node's series, each edge once. */
export type LookUp<E extends PlacedEdge> = (wanted: readonly Wanted[]) => Promise<readonly E[]>;

/** All that a trace passed through. */
export interface Trace<E extends PlacedEdge> {
  /** Each edge with how much of it belongs to the trace, in the order of discovery. */
  readonly edges: readonly { readonly edge: E; readonly traced: bigint }[];
  /** Where the trace ends: back, where value entered the graph; forward, where it left or still lies. */
  readonly ends: ReadonlyMap<NodeId, bigint>;
}

/**
 * Follows stretches of edges through the graph, first in first out, exact to the base unit: what `ends` holds sums
 * to what was given. It comes to an end, as an outflow is funded by earlier inflows alone.
 *
 * @param limit  most edges to pass through
 * @returns the trace, or `too-wide` where it passes through more edges than that
 */
export async function trace<E extends PlacedEdge>(
  direction: Direction,
  starts: readonly Stretch<E>[],
  lookUp: LookUp<E>,
  limit: number,
): Promise<Trace<E> | 'too-wide'> {
  const traced = new Map<string, { readonly edge: E; readonly traced: bigint }>();
  const ends = new Map<NodeId, bigint>();
  const end = (node: NodeId, amount: bigint) => ends.set(node, (ends.get(node) ?? 0n) + amount);
  let frontier = starts;
  while (frontier.length > 0) {
    for (const { edge, from, to } of frontier) {
      traced.set(edge.id, { edge, traced: (traced.get(edge.id)?.traced ?? 0n) + to - from });
    }
    if (traced.size > limit) return 'too-wide';

    const reached = joined(frontier.map((stretch) => next(direction, stretch)));
    const wanted = reached.filter(({ node }) => !isBoundary(node));
    for (const { node, from, to } of reached) if (isBoundary(node)) end(node, to - from);
    const edgesOf = new Map<NodeId, E[]>();
    for (const edge of await lookUp(wanted)) {
      const node = direction === 'back' ? edge.dst : edge.src;
      const known = edgesOf.get(node);
      if (known) known.push(edge);
      else edgesOf.set(node, [edge]);
    }
    const follow = direction === 'back' ? fifoSources : fifoUses;
    frontier = wanted.flatMap((interval) => {
      const { stretches, uncovered } = follow(interval, edgesOf.get(interval.node) ?? []);
      if (uncovered > 0n) end(interval.node, uncovered);
      return stretches;
    });
  }
  return { edges: [...traced.values()], ends };
}

/** A party outside or a credit: the trace ends there, as what we pay them has nothing to do with what they send. */
export function isBoundary(node: NodeId): boolean {
  const { kind } = placeOf(node);
  return kind === 'outside' || kind === 'credit';
}

/** The units of its far node's series that a stretch is. */
function next(direction: Direction, { edge, from, to }: Stretch): Wanted {
  const [node, position] = direction === 'back' ? [edge.src, edge.outPos] : [edge.dst, edge.inPos];
  return { node, from: position + from, to: position + to };
}

/** Joins intervals of a node that touch, so that each is looked up once. */
function joined(wanted: readonly Wanted[]): Wanted[] {
  const sorted = [...wanted].sort((a, b) => {
    if (a.node !== b.node) return a.node < b.node ? -1 : 1;
    return a.from < b.from ? -1 : 1;
  });
  const result: Wanted[] = [];
  for (const interval of sorted) {
    const last = result.at(-1);
    if (last && last.node === interval.node && last.to === interval.from) {
      result[result.length - 1] = { ...last, to: interval.to };
    } else {
      result.push(interval);
    }
  }
  return result;
}
