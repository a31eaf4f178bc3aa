/** What the diagram joins to what, before any size: columns, nodes, and the place-holders of ribbons that pass a column. */
export interface SankeyNode {
  id: string;
  stage: string;
}

export interface SankeyLink {
  id: string;
  source: string;
  target: string;
  /** any positive measure; only ratios are drawn */
  weight: number;
}

/** A thing that takes space in a column: a node's bar, or a ribbon on its way past. */
export interface Item {
  column: number;
  /** index into the nodes; -1 where a ribbon passes */
  node: number;
  weight: number;
}

/** A link drawn forwards: the items that it visits, its source first and its target last. */
export interface Ribbon {
  link: number;
  weight: number;
  visits: number[];
}

/** A link to the same or an earlier column: a hollow pipe below the diagram, outside the bars' thickness. */
export interface ReturnPipe {
  link: number;
  from: number;
  to: number;
}

export interface Topology {
  /** equal for two diagrams that differ in sizes alone: their order is kept, and one eases into the other */
  key: string;
  columns: string[];
  items: Item[];
  ribbons: Ribbon[];
  pipes: ReturnPipe[];
}

/** Items 0…n-1 are the nodes, in their order. Stages without a node get no column. */
export function topologyOf(
  stages: readonly string[],
  nodes: readonly SankeyNode[],
  links: readonly SankeyLink[],
): Topology {
  const columns = stages.filter((stage) => nodes.some((node) => node.stage === stage));
  const items: Item[] = nodes.map((node, index) => ({ column: columns.indexOf(node.stage), node: index, weight: 0 }));
  const place = new Map(nodes.map((node, index) => [node.id, index]));
  const inflow = new Float64Array(nodes.length);
  const outflow = new Float64Array(nodes.length);
  const ribbons: Ribbon[] = [];
  const pipes: ReturnPipe[] = [];

  links.forEach((link, index) => {
    const from = place.get(link.source);
    const to = place.get(link.target);
    if (from === undefined || to === undefined) return;
    const first = items[from]!.column;
    const last = items[to]!.column;
    if (last <= first) {
      pipes.push({ link: index, from, to });
      return;
    }
    outflow[from]! += link.weight;
    inflow[to]! += link.weight;
    const visits = [from];
    for (let column = first + 1; column < last; column++) {
      visits.push(items.push({ column, node: -1, weight: link.weight }) - 1);
    }
    visits.push(to);
    ribbons.push({ link: index, weight: link.weight, visits });
  });

  // The shortest in the lane next to the diagram: pipes lie within each other and do not cross.
  const span = ({ from, to }: ReturnPipe) => items[from]!.column - items[to]!.column;
  pipes.sort((a, b) => span(a) - span(b));
  nodes.forEach((_, index) => (items[index]!.weight = Math.max(inflow[index]!, outflow[index]!)));
  const key = JSON.stringify([columns, nodes.map((node) => node.id), links.map((link) => link.id)]);
  return { key, columns, items, ribbons, pipes };
}

export interface Neighbour {
  item: number;
  weight: number;
}

/** What stands before and after each item along its ribbons. */
export function neighboursOf({ items, ribbons }: Topology): { before: Neighbour[][]; after: Neighbour[][] } {
  const before: Neighbour[][] = items.map(() => []);
  const after: Neighbour[][] = items.map(() => []);
  for (const { visits, weight } of ribbons) {
    for (let visit = 1; visit < visits.length; visit++) {
      const [from, to] = [visits[visit - 1]!, visits[visit]!];
      after[from]!.push({ item: to, weight });
      before[to]!.push({ item: from, weight });
    }
  }
  return { before, after };
}
