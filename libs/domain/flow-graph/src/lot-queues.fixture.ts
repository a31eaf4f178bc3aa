import type { Flow, PlacedEdge } from './placed-edge';
import type { Direction, Found, LookUp, Wanted } from './trace';

/**
 * The baseline, which knows no positions: each node is a queue of lots, each lot remembers the edge by which it
 * entered the graph, an edge takes from the front of one queue and puts at the back of another.
 */
export class LotQueues {
  private readonly queues = new Map<string, { origin: number; amount: bigint }[]>();

  /** @returns what the edge carried, by the edge by which it entered */
  carry({ from, to, amount }: Flow, edge: number): Map<number, bigint> {
    const taken = isOutside(from) ? [{ origin: edge, amount }] : this.take(from, amount);
    const queue = this.queues.get(to) ?? [];
    queue.push(...taken.map((lot) => ({ ...lot })));
    this.queues.set(to, queue);
    return sums(taken.map(({ origin, amount }) => [origin, amount]));
  }

  balance(node: string): bigint {
    return (this.queues.get(node) ?? []).reduce((sum, { amount }) => sum + amount, 0n);
  }

  /** What lies at a node, by the edge by which it entered. */
  origins(node: string): Map<number, bigint> {
    return sums((this.queues.get(node) ?? []).map(({ origin, amount }) => [origin, amount]));
  }

  /** Where everything that entered lies now, by the edge by which it entered. */
  whereabouts(): Map<number, Map<string, bigint>> {
    const found = new Map<number, [string, bigint][]>();
    for (const [node, lots] of this.queues) {
      for (const { origin, amount } of lots) found.set(origin, [...(found.get(origin) ?? []), [node, amount]]);
    }
    return new Map([...found].map(([origin, places]) => [origin, sums(places)]));
  }

  private take(node: string, amount: bigint): { origin: number; amount: bigint }[] {
    const queue = this.queues.get(node) ?? [];
    const taken: { origin: number; amount: bigint }[] = [];
    for (let left = amount; left > 0n;) {
      const lot = queue[0];
      if (!lot) throw new Error(`${node} is short of ${left}`);
      const part = lot.amount < left ? lot.amount : left;
      taken.push({ origin: lot.origin, amount: part });
      lot.amount -= part;
      left -= part;
      if (lot.amount === 0n) queue.shift();
    }
    return taken;
  }
}

export const isOutside = (node: string) => node.startsWith('outside:');

export function sums<K>(parts: readonly (readonly [K, bigint])[]): Map<K, bigint> {
  const result = new Map<K, bigint>();
  for (const [key, amount] of parts) result.set(key, (result.get(key) ?? 0n) + amount);
  return new Map([...result].sort());
}

/** Looks edges up in memory; a node's edges stand in the order of their positions. */
export function lookUpIn(edges: readonly PlacedEdge[], direction: Direction): LookUp<PlacedEdge> {
  const [node, position] = direction === 'back' ? (['dst', 'inPos'] as const) : (['src', 'outPos'] as const);
  const edgesOf = new Map<string, PlacedEdge[]>();
  for (const edge of edges) edgesOf.set(edge[node], edgesOf.get(edge[node]) ?? []);
  for (const edge of edges) edgesOf.get(edge[node])?.push(edge);

  const overlapping = (wanted: Wanted) => {
    const all = edgesOf.get(wanted.node) ?? [];
    const found: { edge: PlacedEdge; width: bigint }[] = [];
    for (let n = firstThat(all, (edge) => edge[position] + edge.amount > wanted.from); n < all.length; n++) {
      const edge = all[n] as PlacedEdge;
      if (edge[position] >= wanted.to) break;
      const from = edge[position] > wanted.from ? edge[position] : wanted.from;
      const end = edge[position] + edge.amount;
      found.push({ edge, width: (end < wanted.to ? end : wanted.to) - from });
    }
    return found.sort((a, b) => (a.width === b.width ? 0 : a.width > b.width ? -1 : 1));
  };
  return async (wanted, most) =>
    wanted.map((interval): Found<PlacedEdge> => {
      const found = overlapping(interval);
      return {
        edges: found.slice(0, most).map(({ edge }) => edge),
        count: found.length,
        covered: found.reduce((sum, { width }) => sum + width, 0n),
      };
    });
}

/** Index of the first of the sorted items that passes; all after it pass too. */
function firstThat<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
