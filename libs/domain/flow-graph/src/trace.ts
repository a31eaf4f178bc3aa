import { placeOf, type NodeId } from '@tributary/domain-ledger';
import { fifoSources, fifoUses, type Interval, type Stretch } from './fifo';
import type { PlacedEdge } from './placed-edge';

/** Back: what funded it. Forward: where it went. */
export type Direction = 'back' | 'forward';

/** Units of a node's series: of its outflow when tracing back, of its inflow when tracing forward. */
export interface Wanted extends Interval {
  readonly node: NodeId;
}

/** What covers a wanted interval on the other side of its node. */
export interface Found<E extends PlacedEdge> {
  /** Edges that overlap the interval, the largest if not all of them; others do no harm. */
  readonly edges: readonly E[];
  /** How many overlap it. */
  readonly count: number;
  /** How much of it they cover, all of them counted. */
  readonly covered: bigint;
}

/** Finds what covers each of the wanted intervals, in their order; for each the `most` largest edges, at least one, will do. */
export type LookUp<E extends PlacedEdge> = (wanted: readonly Wanted[], most: number) => Promise<readonly Found<E>[]>;

/** Units of what was asked for that took one and the same path. */
export interface Lot<E extends PlacedEdge> {
  /** It is units `[at, at + amount)` of what was asked for: lots in this order are in the order of consumption. */
  readonly at: bigint;
  readonly amount: bigint;
  /** Where it ends. Back: who brought it in, or an account that was never funded. Forward: where it left or lies. */
  readonly end: NodeId;
  readonly path: Path<E>;
}

/** The edges behind a lot, the last followed first; lots that came together share what they have in common. */
export interface Path<E extends PlacedEdge> {
  readonly edge: E;
  readonly before: Path<E> | null;
}

/** Lots that were not followed to their end, as there were too many. */
export interface Stop<E extends PlacedEdge> {
  /** Where they were left. */
  readonly node: NodeId;
  readonly amount: bigint;
  /** How many they are there; further on they may be more. */
  readonly count: number;
  /** Null where the trace began. */
  readonly path: Path<E> | null;
}

/** All that a trace found; lots and stops sum to what was asked for. */
export interface Trace<E extends PlacedEdge> {
  /** In the order of consumption. */
  readonly lots: readonly Lot<E>[];
  /** Empty where everything was followed to its end. */
  readonly stops: readonly Stop<E>[];
  /** As much of each edge as was passed through, by the edge's id. */
  readonly traced: ReadonlyMap<string, bigint>;
}

/** Part of what was asked for, at a node on its way. */
interface Head<E extends PlacedEdge> extends Wanted {
  readonly at: bigint;
  readonly path: Path<E> | null;
}

/** What is asked for: stretches of edges, which are followed on, or what covers units of a node's series. */
export type Start<E extends PlacedEdge> = readonly Stretch<E>[] | Wanted;

/**
 * Follows value through the graph, first in first out, exact to the base unit. It comes to an end, as an
 * outflow is funded by earlier inflows alone.
 *
 * @param most  steps to follow; when there are more, the largest are followed and the others stop where they are
 */
export async function trace<E extends PlacedEdge>(
  direction: Direction,
  start: Start<E>,
  lookUp: LookUp<E>,
  most: number,
): Promise<Trace<E>> {
  const lots: Lot<E>[] = [];
  const stops: Stop<E>[] = [];
  const traced = new Map<string, bigint>();
  const step = (stretch: Stretch<E>, at: bigint, before: Path<E> | null): Head<E> => {
    const { edge, from, to } = stretch;
    traced.set(edge.id, (traced.get(edge.id) ?? 0n) + to - from);
    return { ...farUnits(direction, stretch), at, path: { edge, before } };
  };

  const arrive = (heads: readonly Head<E>[]): Head<E>[] => {
    for (const head of heads.filter(({ node }) => isBoundary(node))) lots.push(ended(head, head.from));
    return heads.filter(({ node }) => !isBoundary(node));
  };

  let asked = 0n;
  let heads: Head<E>[] =
    'node' in start
      ? [{ ...start, at: 0n, path: null }]
      : arrive(
          start.map((stretch) => {
            const at = asked;
            asked += width(stretch);
            return step(stretch, at, null);
          }),
        );
  let left = most - heads.length;
  while (heads.length > 0) {
    const found = await lookUp(heads, Math.max(left, 1));
    const onward: Head<E>[] = [];
    for (const [i, head] of heads.entries()) {
      const { edges, count, covered } = found[i] as Found<E>;
      const { stretches } = (direction === 'back' ? fifoSources : fifoUses)(head, edges);
      const position = (stretch: Stretch<E>) => nearPosition(direction, stretch) - head.from + head.at;
      onward.push(...stretches.map((stretch) => step(stretch, position(stretch), head.path)));
      const passedOver = covered - sum(stretches);
      if (passedOver > 0n) {
        stops.push({ node: head.node, amount: passedOver, count: count - stretches.length, path: head.path });
      }
      if (head.from + covered < head.to) lots.push(ended(head, head.from + covered));
    }
    heads = arrive(onward);
    if (heads.length > left) {
      heads.sort((a, b) => (width(a) === width(b) ? 0 : width(a) > width(b) ? -1 : 1));
      for (const head of heads.splice(Math.max(left, 0))) {
        stops.push({ node: head.node, amount: width(head), count: 1, path: head.path });
      }
    }
    left -= heads.length;
  }
  lots.sort((a, b) => (a.at < b.at ? -1 : 1));
  return { lots, stops, traced };
}

/** A party outside, a credit or the network's fees: a trace ends there, as what comes out is not what went in. */
export function isBoundary(node: NodeId): boolean {
  return node.startsWith('fees:') || ['outside', 'credit'].includes(placeOf(node).kind);
}

/** The edges of a lot from source to destination. */
export function edgesOfPath<E extends PlacedEdge>(direction: Direction, path: Path<E>): E[] {
  const edges: E[] = [];
  for (let step: Path<E> | null = path; step; step = step.before) edges.push(step.edge);
  return direction === 'back' ? edges : edges.reverse();
}

/** What of a head, from this unit of its node's series on, goes no further. */
function ended<E extends PlacedEdge>({ node, from, to, at, path }: Head<E>, first: bigint): Lot<E> {
  if (!path) throw new RangeError(`No edge covers units ${first} to ${to} of ${node}: ask for what there is`);
  return { at: at + first - from, amount: to - first, end: node, path };
}

/** The units that a stretch is of the series of the node that it leads to. */
function farUnits(direction: Direction, { edge, from, to }: Stretch): Wanted {
  const [node, position] = direction === 'back' ? [edge.src, edge.outPos] : [edge.dst, edge.inPos];
  return { node, from: position + from, to: position + to };
}

/** Its first unit in the series of the node that it was found at. */
function nearPosition(direction: Direction, { edge, from }: Stretch): bigint {
  return (direction === 'back' ? edge.inPos : edge.outPos) + from;
}

const width = ({ from, to }: Interval): bigint => to - from;
const sum = (intervals: readonly Interval[]): bigint => intervals.reduce((total, one) => total + width(one), 0n);
