import type { PlacedEdge } from './placed-edge';
import type { Lot, Trace } from './trace';

/** A trace with all but its largest lots as one. */
export interface Shown<E extends PlacedEdge> {
  /** In the order of consumption. */
  readonly lots: readonly Lot<E>[];
  /** The others; null where every lot is shown. */
  readonly rest: {
    readonly count: number;
    /** Some were not followed to their end: they may be more. */
    readonly atLeast: boolean;
    readonly amount: bigint;
  } | null;
}

/** Shows the largest lots of a trace, the earlier first among equals, and merges the others: no unit is lost. */
export function largestLots<E extends PlacedEdge>({ lots, stops }: Trace<E>, most: number): Shown<E> {
  const bySize = [...lots].sort((a, b) => {
    if (a.amount !== b.amount) return a.amount > b.amount ? -1 : 1;
    return a.at < b.at ? -1 : 1;
  });
  const others = bySize.slice(most);
  const count = stops.reduce((sum, stop) => sum + stop.count, others.length);
  const amount = [...others, ...stops].reduce((sum, one) => sum + one.amount, 0n);
  return {
    lots: bySize.slice(0, most).sort((a, b) => (a.at < b.at ? -1 : 1)),
    rest: count > 0 ? { count, atLeast: stops.length > 0, amount } : null,
  };
}
