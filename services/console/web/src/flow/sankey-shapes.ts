import { ribbonOutline, round } from './ribbon-outline';
import { itemAt, stepAt, type Geometry } from './sankey-layout';
import type { Topology } from './sankey-topology';

export const BAR = 8;
const THINNEST_BAR = 2;
const PIPE_LANE = 11;
const PIPE_REACH = 15;
const PIPE_CORNER = 8;
/** Pipes side by side keep this distance where they run across the flow, and stay this far inside a bar's end. */
const PIPE_APART = 4;
const PIPE_FOOT = 6;

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
  pipes: Pipe[];
}

/** The middle line of a return pipe, and the arrow at its end. */
export interface Pipe {
  line: string;
  head: string;
}

/** Room below the diagram for its return pipes. */
export const laneDepth = (topology: Topology) => (topology.pipes.length ? 16 + topology.pipes.length * PIPE_LANE : 0);

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

  const pipes = topology.pipes.map((pipe, index) => pipeOf(pipe, index, { topology, geometry, frame, point }));

  return { bars, ribbons, pipes };
}

interface Drawn {
  topology: Topology;
  geometry: Geometry;
  frame: Frame;
  point: (along: number, across: number) => string;
}

/** Out of the foot of its source, along a lane of its own below the diagram, and up into the foot of its target. */
function pipeOf({ from, to }: Topology['pipes'][number], index: number, drawn: Drawn): Pipe {
  const { topology, geometry, frame, point } = drawn;
  const start = (item: number) => frame.columnAt[topology.items[item]!.column]!;
  const foot = (item: number, side: 'from' | 'to') => {
    const place = topology.pipes.slice(0, index).filter((other) => other[side] === item).length;
    const thickness = geometry[itemAt(item) + 1]!;
    return geometry[itemAt(item)]! + Math.max(thickness - PIPE_FOOT - place * PIPE_LANE, Math.min(2, thickness));
  };
  const lane = frame.depth + 14 + index * PIPE_LANE;
  const apart = index * PIPE_APART;
  const [leave, enter] = [foot(from, 'from'), foot(to, 'to')];
  const out = start(from) + BAR + PIPE_REACH + apart;
  const into = start(to) - PIPE_REACH - apart;
  const corner = PIPE_CORNER;
  const line = [
    `M${point(start(from) + BAR, leave)}L${point(out - corner, leave)}`,
    `Q${point(out, leave)} ${point(out, leave + corner)}L${point(out, lane - corner)}`,
    `Q${point(out, lane)} ${point(out - corner, lane)}L${point(into + corner, lane)}`,
    `Q${point(into, lane)} ${point(into, lane - corner)}L${point(into, enter + corner)}`,
    `Q${point(into, enter)} ${point(into + corner, enter)}L${point(start(to), enter)}`,
  ].join('');
  const tip = start(to) - 1;
  return { line, head: `M${point(tip, enter)}L${point(tip - 6, enter - 3.5)}L${point(tip - 6, enter + 3.5)}Z` };
}
