import { barycentre } from './sankey-order';
import { neighboursOf, type Topology } from './sankey-topology';
import { settle } from './settle';

/** Pixels across the direction of flow. A node's slot holds its two lines of label however thin its bar is. */
const NODE_SLOT = 34;
const PASSING_SLOT = 4;
const GAP = 8;
const SWEEPS = 8;

/**
 * Sizes and places of one diagram in a flat array, so that two of one topology can be eased into each other:
 * two numbers an item (top, thickness), then three a ribbon's step (top at its start, top at its end, thickness).
 */
export type Geometry = Float64Array;

export const itemAt = (item: number) => item * 2;
export const stepAt = (topology: Topology, step: number) => topology.items.length * 2 + step * 3;

/** The least height that gives each label its room. */
export function leastHeight(topology: Topology, order: readonly number[][]): number {
  return Math.max(0, ...order.map((column) => spaceOf(topology, column, 0)));
}

export function layOut(topology: Topology, order: readonly number[][], height: number): Geometry {
  const { items, ribbons } = topology;
  const scale = scaleFor(topology, order, height);
  const slot = items.map((item) => slotOf(item, scale));
  const centre = centresOf(topology, order, slot, height);

  const steps = ribbons.reduce((count, ribbon) => count + ribbon.visits.length - 1, 0);
  const geometry = new Float64Array(items.length * 2 + steps * 3);
  items.forEach((item, index) => {
    const thickness = item.weight * scale;
    geometry[itemAt(index)] = centre[index]! - thickness / 2;
    geometry[itemAt(index) + 1] = thickness;
  });
  stackSteps(topology, geometry, centre, scale);
  return geometry;
}

function slotOf(item: Topology['items'][number], scale: number): number {
  return Math.max(item.weight * scale, item.node < 0 ? PASSING_SLOT : NODE_SLOT);
}

function spaceOf(topology: Topology, column: readonly number[], scale: number): number {
  return column.reduce((sum, item) => sum + slotOf(topology.items[item]!, scale), GAP * (column.length - 1));
}

/** Pixels per unit of weight: the largest at which every column fits, by bisection. */
function scaleFor(topology: Topology, order: readonly number[][], height: number): number {
  const heaviest = Math.max(0, ...topology.items.map((item) => item.weight));
  if (heaviest === 0) return 0;
  let low = 0;
  let high = height / heaviest;
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if (order.every((column) => spaceOf(topology, column, middle) <= height)) low = middle;
    else high = middle;
  }
  return low;
}

/** Each item as near to its neighbours as the order of its column allows; sweeps to and fro. */
function centresOf(
  topology: Topology,
  order: readonly number[][],
  slot: readonly number[],
  height: number,
): Float64Array {
  const centre = new Float64Array(topology.items.length);
  const { before, after } = neighboursOf(topology);
  const place = (column: readonly number[], wishes: readonly number[]) => {
    const sizes = column.map((item) => slot[item]!);
    settle(wishes, sizes, GAP, height).forEach((at, index) => (centre[column[index]!] = at));
  };
  for (const column of order)
    place(
      column,
      column.map(() => height / 2),
    );
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forwards = sweep % 2 === 0;
    for (const column of forwards ? order : order.toReversed()) {
      place(
        column,
        column.map((item) => barycentre((forwards ? before : after)[item]!, centre) ?? centre[item]!),
      );
    }
  }
  return centre;
}

/** Stacks the ends of the ribbons on each bar, in the order of where they lead, so that they don't cross at the bar. */
function stackSteps(topology: Topology, geometry: Geometry, centre: Float64Array, scale: number): void {
  const leaving: { step: number; other: number }[][] = topology.items.map(() => []);
  const arriving: { step: number; other: number }[][] = topology.items.map(() => []);
  let step = 0;
  topology.ribbons.forEach(({ visits, weight }) => {
    for (let visit = 1; visit < visits.length; visit++, step++) {
      leaving[visits[visit - 1]!]!.push({ step, other: visits[visit]! });
      arriving[visits[visit]!]!.push({ step, other: visits[visit - 1]! });
      geometry[stepAt(topology, step) + 2] = weight * scale;
    }
  });
  for (const [ends, side] of [
    [leaving, 0],
    [arriving, 1],
  ] as const) {
    ends.forEach((steps, item) => {
      let top = geometry[itemAt(item)]!;
      for (const end of steps.toSorted((a, b) => centre[a.other]! - centre[b.other]!)) {
        geometry[stepAt(topology, end.step) + side] = top;
        top += geometry[stepAt(topology, end.step) + 2]!;
      }
    });
  }
}
