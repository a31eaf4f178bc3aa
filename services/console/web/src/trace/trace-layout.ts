import { settle } from '../flow/settle';
import type { Grid } from './columns';
import type { Lot } from './lots';

/** Room across the direction of flow, in pixels. */
export interface Room {
  /** per base unit, so that two pictures can share a scale */
  scale: number;
  /** least for a bar, however thin: that of its label */
  slot: number;
  gap: number;
}

const PASSING_SLOT = 4;
/** To and fro, so that neither end of the picture decides alone; the last pass starts at the other end. */
const PASSES = 4;

/** A bar: neighbouring lots that share a place. `first` and `last` are lots by index. */
export interface TraceBar {
  column: number;
  node: string;
  first: number;
  last: number;
  top: number;
  thickness: number;
}

/** A lot on its way from one column to the next: its upper edge at either end. */
export interface TraceRibbon {
  lot: number;
  /** where it begins; it ends in the next */
  column: number;
  top: number;
  toTop: number;
  thickness: number;
}

export interface TracePicture {
  columns: number;
  height: number;
  bars: TraceBar[];
  ribbons: TraceRibbon[];
}

/** Lots that stand side by side in a column: at one place, on their way past it, or single. */
interface Run {
  node: string | undefined;
  first: number;
  last: number;
  thickness: number;
  slot: number;
}

/**
 * Places lots as ribbons whose thickness is their amount. In every column they keep their order, so none crosses
 * another; each bar stands as near as it can to where its lots stood in the column before.
 *
 * @param towardsEnd  the whole stands together at the end (what funded it), not at the start (where it went)
 */
export function layOutLots(
  lots: readonly Pick<Lot, 'amount'>[],
  grid: Grid,
  { scale, slot, gap }: Room,
  towardsEnd: boolean,
): TracePicture {
  const thickness = lots.map(({ amount }) => Number(amount) * scale);
  const runs = Array.from({ length: grid.columns }, (_, column) => runsOf(grid, thickness, column, slot));
  const height = Math.max(0, ...runs.map((column) => column.reduce((sum, run) => sum + run.slot + gap, -gap)));

  const centre = new Float64Array(lots.length).fill(height / 2);
  const inTurn = runs.map((_, column) => column);
  let top: Float64Array[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const leftwards = (pass % 2 === 0) === towardsEnd;
    top = runs.map(() => new Float64Array(lots.length));
    for (const column of leftwards ? inTurn.toReversed() : inTurn)
      stand(runs[column]!, thickness, gap, height, { centre, top: top[column]! });
  }
  const bars = runs.flatMap((here, column) =>
    here.flatMap(({ node, first, last, thickness: size }) =>
      node === undefined ? [] : [{ column, node, first, last, top: top[column]![first]!, thickness: size }],
    ),
  );
  return { columns: grid.columns, height, bars, ribbons: ribbonsOf(grid, top, thickness) };
}

/** Places the runs of a column as near as they can be to where their lots stood in the column before. */
function stand(
  runs: readonly Run[],
  thickness: readonly number[],
  gap: number,
  height: number,
  { centre, top }: { centre: Float64Array; top: Float64Array },
): void {
  const wishes = runs.map(({ first, last }) => mean(centre, first, last));
  const slots = runs.map(({ slot }) => slot);
  const settled = settle(wishes, slots, gap, height);
  runs.forEach((run, index) => {
    let at = settled[index]! - run.thickness / 2;
    for (let lot = run.first; lot <= run.last; lot++) {
      top[lot] = at;
      centre[lot] = at + thickness[lot]! / 2;
      at += thickness[lot]!;
    }
  });
}

function runsOf({ stops }: Grid, thickness: readonly number[], column: number, least: number): Run[] {
  const runs: Run[] = [];
  stops.forEach((row, lot) => {
    const started = row.slice(0, column + 1).some(Boolean);
    const goesOn = row.slice(column).some(Boolean);
    if (!started || !goesOn) return;
    const node = row[column]?.node;
    const last = runs.at(-1);
    if (last && last.node === node && last.last === lot - 1) {
      last.last = lot;
      last.thickness += thickness[lot]!;
    } else {
      runs.push({ node, first: lot, last: lot, thickness: thickness[lot]!, slot: 0 });
    }
  });
  for (const run of runs) run.slot = Math.max(run.thickness, run.node === undefined ? PASSING_SLOT : least);
  return runs;
}

/** One ribbon for each step from column to column; a lot passes a column in the slot that it keeps there. */
function ribbonsOf(
  { stops, columns }: Grid,
  top: readonly Float64Array[],
  thickness: readonly number[],
): TraceRibbon[] {
  return stops.flatMap((row, lot) => {
    const first = row.findIndex(Boolean);
    const last = row.findLastIndex(Boolean);
    const steps = Array.from({ length: columns }, (_, column) => column).slice(first, Math.max(first, last));
    return steps.map((column) => ({
      lot,
      column,
      top: top[column]![lot]!,
      toTop: top[column + 1]![lot]!,
      thickness: thickness[lot]!,
    }));
  });
}

function mean(values: Float64Array, first: number, last: number): number {
  let sum = 0;
  for (let index = first; index <= last; index++) sum += values[index]!;
  return sum / (last - first + 1);
}
