import { neighboursOf, type Neighbour, type Topology } from './sankey-topology';

/** Enough for the orders seen in practice to settle; each pass is linear in the ribbons. */
const PASSES = 24;

/**
 * Orders each column so that ribbons cross little: weighted barycentre passes, forwards and backwards in turn.
 * Run once per topology; the order is then kept while sizes change, so that nothing jumps on a live page.
 *
 * @returns item indices per column, top first
 */
export function orderColumns(topology: Topology): number[][] {
  const { columns, items } = topology;
  const { before, after } = neighboursOf(topology);
  const order = columns.map((_, column) => items.flatMap((item, index) => (item.column === column ? [index] : [])));
  for (const column of order) column.sort((a, b) => items[b]!.weight - items[a]!.weight);

  const rank = new Float64Array(items.length);
  const number = (column: number[]) => column.forEach((item, index) => (rank[item] = (index + 0.5) / column.length));
  order.forEach(number);
  for (let pass = 0; pass < PASSES; pass++) {
    const forwards = pass % 2 === 0;
    for (const column of forwards ? order : order.toReversed()) {
      const wish = new Map(
        column.map((item) => [item, barycentre((forwards ? before : after)[item]!, rank) ?? rank[item]!]),
      );
      column.sort((a, b) => wish.get(a)! - wish.get(b)!);
      number(column);
    }
  }
  return order;
}

/** The weighted mean place of the neighbours; undefined without any. */
export function barycentre(neighbours: readonly Neighbour[], place: ArrayLike<number>): number | undefined {
  let sum = 0;
  let total = 0;
  for (const { item, weight } of neighbours) {
    sum += place[item]! * weight;
    total += weight;
  }
  return total > 0 ? sum / total : undefined;
}
