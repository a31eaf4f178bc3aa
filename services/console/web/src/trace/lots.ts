import type { BaseUnits, TraceEdge, TraceLayer } from '../api';
import { sumOf } from '../money/amount';

/** Where a lot stood, and the edge that brought it there; null where the trace begins. */
export interface Stop {
  node: string;
  by: TraceEdge | null;
}

/** Value that took one way through the graph, undivided: its stops in order of time. */
export interface Lot {
  /** counted from 1 in the order of consumption, among those that the server shows */
  number: number;
  amount: BaseUnits;
  stops: Stop[];
}

/** The lots of a layer with their ways. Coins between a deposit's transaction and its address are at the address. */
export function lotsOf({ lots, edges }: Pick<TraceLayer, 'lots' | 'edges'>): Lot[] {
  const known = new Map(edges.map((edge) => [edge.edgeId, edge]));
  return lots.map(({ amount, end, edges: ids }, index) => {
    const way = ids.map((id) => known.get(id)).filter((edge) => edge !== undefined);
    const stops: Stop[] = [{ node: way[0]?.src ?? end, by: null }, ...way.map((by) => ({ node: by.dst, by }))];
    return { number: index + 1, amount, stops: stops.filter(({ node }) => !isDepositOnItsWay(node)) };
  });
}

/** Lots that are not drawn one by one. */
export interface Rest {
  count: number;
  /** more than that, as some were not followed to their end */
  atLeast: boolean;
  amount: BaseUnits;
}

/** The largest lots, still in order of consumption, the selected one among them; the others join the rest. */
export function largest(
  lots: readonly Lot[],
  most: number,
  rest: Rest | null,
  selected?: number,
): { drawn: Lot[]; rest: Rest | null } {
  const bySize = lots.toSorted((a, b) => (BigInt(a.amount) < BigInt(b.amount) ? 1 : -1));
  const first = bySize.toSorted((a, b) => Number(b.number === selected) - Number(a.number === selected));
  const chosen = new Set(first.slice(0, most));
  const left = lots.filter((lot) => !chosen.has(lot));
  const together = {
    count: left.length + (rest?.count ?? 0),
    atLeast: rest?.atLeast ?? false,
    amount: sumOf([...left, ...(rest ? [rest] : [])].map(({ amount }) => amount)),
  };
  return { drawn: lots.filter((lot) => chosen.has(lot)), rest: together.count > 0 ? together : null };
}

const isDepositOnItsWay = (node: string): boolean => node.includes(':transit:deposit:');
