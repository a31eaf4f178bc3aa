import { placeOf, type NodeId } from '@tributary/domain-ledger';
import { fifoSources } from './fifo';
import type { PlacedEdge } from './placed-edge';

/** Value that went from one place where it rests to another: an edge, or with transit taken out several. */
export interface Passage<E extends PlacedEdge = PlacedEdge> {
  readonly src: NodeId;
  readonly dst: NodeId;
  readonly amount: bigint;
  /** The edge by which it arrived: the time of the passage is its time. */
  readonly by: E;
}

/**
 * Takes transit out: what passed through a transit account goes from where it came to where it arrived, first in first
 * out. What is still on its way ends at the transit account.
 *
 * @param edges  of each transit account that they touch, all edges
 */
export function passagesOf<E extends PlacedEdge>(edges: readonly E[]): Passage<E>[] {
  const transits = new Set(edges.flatMap(({ src, dst }) => [src, dst]).filter(isTransit));
  const direct = edges.filter(({ src, dst }) => !transits.has(src) && !transits.has(dst));
  return [
    ...direct.map((edge) => ({ src: edge.src, dst: edge.dst, amount: edge.amount, by: edge })),
    ...[...transits].flatMap((transit) => passagesThrough(transit, edges)),
  ];
}

/** Coins on their way: an account of one flow, which is empty again at its end. */
export function isTransit(node: NodeId): boolean {
  return placeOf(node).kind === 'transit';
}

function passagesThrough<E extends PlacedEdge>(transit: NodeId, edges: readonly E[]): Passage<E>[] {
  const come = edges.filter(({ dst }) => dst === transit);
  const gone = edges.filter(({ src }) => src === transit);
  const arrived = gone.flatMap((by) =>
    fifoSources({ from: by.outPos, to: by.outPos + by.amount }, come).stretches.map(({ edge, from, to }) => ({
      src: edge.src,
      dst: by.dst,
      amount: to - from,
      by,
    })),
  );
  const left = gone.reduce((sum, { amount }) => sum + amount, 0n);
  const onTheWay = come.flatMap((by) => {
    const amount = by.inPos + by.amount - (by.inPos > left ? by.inPos : left);
    return amount > 0n ? [{ src: by.src, dst: transit, amount, by }] : [];
  });
  return [...arrived, ...onTheWay];
}
