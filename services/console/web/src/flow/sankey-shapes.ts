import { ribbonOutline, round } from './ribbon-outline';
import { itemAt, stepAt, type Geometry } from './sankey-layout';
import type { Topology } from './sankey-topology';

export const BAR = 8;
const THINNEST_BAR = 2;
const PIPE_LANE = 11;
const PIPE_REACH = 15;
const PIPE_CORNER = 8;

/** Where the columns stand along the flow, how deep the diagram is, and whether it runs downwards instead. */
export interface Frame {
  columnAt: readonly number[];
  depth: number;
  downwards: boolean;
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The bar of each node, the outline of each ribbon, the line of each return pipe: in the topology's order. */
export interface Shapes {
  bars: Rect[];
  ribbons: string[];
  pipes: string[];
}

/** Room below the diagram for its return pipes. */
export const laneDepth = (topology: Topology) => (topology.pipes.length ? 14 + topology.pipes.length * PIPE_LANE : 0);

export function shapesOf(topology: Topology, geometry: Geometry, frame: Frame): Shapes {
  const point = (along: number, across: number) =>
    frame.downwards ? `${round(across)},${round(along)}` : `${round(along)},${round(across)}`;
  const start = (item: number) => frame.columnAt[topology.items[item]!.column]!;

  const bars = topology.items.flatMap(({ node }, item) => {
    if (node < 0) return [];
    const thickness = Math.max(geometry[itemAt(item) + 1]!, THINNEST_BAR);
    const top = geometry[itemAt(item)]! + geometry[itemAt(item) + 1]! / 2 - thickness / 2;
    return frame.downwards
      ? { x: top, y: start(item), width: thickness, height: BAR }
      : { x: start(item), y: top, width: BAR, height: thickness };
  });

  let step = 0;
  const ribbons = topology.ribbons.map(({ visits }) => {
    const bends = visits.slice(1).map((visit, before) => {
      const at = stepAt(topology, step++);
      return {
        from: start(visits[before]!) + BAR,
        to: start(visit),
        top: geometry[at]!,
        toTop: geometry[at + 1]!,
        thickness: geometry[at + 2]!,
      };
    });
    return ribbonOutline(bends, bends[0]?.thickness ?? 0, frame.downwards);
  });

  const pipes = topology.pipes.map(({ from, to }, index) => {
    const lane = frame.depth + 12 + index * PIPE_LANE;
    const leave = geometry[itemAt(from)]! + Math.max(geometry[itemAt(from) + 1]! - 5, 2);
    const enter = geometry[itemAt(to)]! + Math.max(geometry[itemAt(to) + 1]! - 5, 2);
    const out = start(from) + BAR + PIPE_REACH;
    const into = start(to) - PIPE_REACH;
    const corner = PIPE_CORNER;
    return [
      `M${point(start(from) + BAR, leave)}L${point(out - corner, leave)}`,
      `Q${point(out, leave)} ${point(out, leave + corner)}L${point(out, lane - corner)}`,
      `Q${point(out, lane)} ${point(out - corner, lane)}L${point(into + corner, lane)}`,
      `Q${point(into, lane)} ${point(into, lane - corner)}L${point(into, enter + corner)}`,
      `Q${point(into, enter)} ${point(into + corner, enter)}L${point(start(to), enter)}`,
    ].join('');
  });

  return { bars, ribbons, pipes };
}
