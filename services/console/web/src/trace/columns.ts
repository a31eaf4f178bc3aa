import type { Lot, Stop } from './lots';

/** The lots on a grid: for each lot and column the stop that it makes there; undefined where it passes, or is not yet or no longer. */
export interface Grid {
  columns: number;
  /** by lot, then by column */
  stops: (Stop | undefined)[][];
}

/**
 * Gives each place of the lots a column such that every lot goes from left to right: as far left as all allow.
 * A place that a lot comes back to is a place of its own; which of its visits is the one that all lots share is
 * counted from where the lots meet: from the end of what is traced back, from the start of what is traced forward.
 */
export function gridOf(lots: readonly Pick<Lot, 'stops'>[], direction: 'back' | 'forward'): Grid {
  const keys = lots.map(({ stops }) =>
    stops.map(({ node }, index) => {
      const others = direction === 'back' ? stops.slice(index + 1) : stops.slice(0, index);
      return `${node} ${others.filter((other) => other.node === node).length}`;
    }),
  );
  const column = longestWays(keys);
  const at = (lot: number, stop: number) => column?.get(keys[lot]![stop]!) ?? stop;
  const columns = 1 + Math.max(-1, ...lots.flatMap(({ stops }, lot) => stops.map((_, stop) => at(lot, stop))));
  const stops = lots.map((lot, index) => {
    const row: (Stop | undefined)[] = Array.from({ length: columns });
    lot.stops.forEach((stop, place) => (row[at(index, place)] = stop));
    return row;
  });
  return { columns, stops };
}

/** The most steps that lead to each place; undefined where two lots pass two places in opposite order. */
function longestWays(keys: readonly string[][]): Map<string, number> | undefined {
  const longest = new Map(keys.flat().map((key) => [key, 0]));
  for (let round = 0; round <= longest.size; round++) {
    let moved = false;
    for (const way of keys) {
      for (let stop = 1; stop < way.length; stop++) {
        const least = longest.get(way[stop - 1]!)! + 1;
        if (longest.get(way[stop]!)! >= least) continue;
        longest.set(way[stop]!, least);
        moved = true;
      }
    }
    if (!moved) return longest;
  }
  return undefined;
}
