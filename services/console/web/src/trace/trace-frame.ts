import type { LinkedTrace } from '../api';
import { BAR } from '../flow/sankey-shapes';
import { sumOf } from '../money/amount';
import { claimsOf, creditLots, depositOf, type Claim } from './claims';
import { gridOf } from './columns';
import { largest, type Lot, type Rest } from './lots';
import { layOutLots, type Room, type TracePicture } from './trace-layout';

/** More lots than this are one stub in the picture; the table has them all. */
const MOST_LOTS = 14;
/** Pixels. */
export const HEADS = 44;
export const SIDE_LABEL = 108;
export const SIDE_VALUE = 98;
const NARROW = 620;
const LAST_LABEL = 150;
const BETWEEN_LAYERS = 84;
const STUB = 46;
const STEP_DOWN = 62;

/** A picture, and where it stands: the place of each of its columns along the flow, and across it where lots begin. */
export interface Layer {
  picture: TracePicture;
  columnAt: readonly number[];
  across: number;
}

/** Both layers of a trace in one frame, on the same columns and scale. */
export interface TraceFrame {
  downwards: boolean;
  height: number;
  drawn: readonly Lot[];
  /** lots that are one stub */
  rest: Rest | null;
  claims: readonly Claim[];
  credits: readonly Lot[];
  custody: Layer;
  /** its columns are credits and accounts */
  entitlement: Layer;
}

/** @param selected  number of the lot that is always drawn */
export function frameOf(trace: LinkedTrace, lots: readonly Lot[], selected: number, width: number): TraceFrame {
  const { direction } = trace.custody;
  const downwards = width < NARROW;
  const { drawn, rest } = largest(lots, MOST_LOTS, trace.custody.rest, selected);
  const claims = claimsOf(drawn.map((lot) => depositOf(lot, trace)).filter((link) => link !== undefined));
  const credits = creditLots(claims);
  const room = roomFor(Math.max(weightOf(drawn), weightOf(credits)), drawn.length, downwards ? width : undefined);
  const grid = gridOf(drawn, direction);
  const custody = layOutLots(drawn, grid, room, direction === 'back');
  const entitlement = layOutLots(credits, gridOf(credits, 'forward'), room, false);
  const shared = { downwards, drawn, rest, claims, credits };

  const step = downwards ? STEP_DOWN : (width - BAR - LAST_LABEL) / Math.max(1, grid.columns - 1);
  const columnAt = Array.from({ length: grid.columns }, (_, column) => Math.round(column * step));
  const end = columnAt.at(-1) ?? 0;
  if (downwards) {
    const below = [end + 96, end + 96 + STEP_DOWN];
    return {
      ...shared,
      height: (claims.length > 0 ? below[1]! : end) + BAR + 34,
      custody: { picture: custody, columnAt: columnAt.map((at) => at + BAR), across: SIDE_LABEL },
      entitlement: { picture: entitlement, columnAt: below, across: SIDE_LABEL },
    };
  }
  const foot = HEADS + custody.height + (rest ? STUB : 0);
  return {
    ...shared,
    height: (claims.length > 0 ? foot + BETWEEN_LAYERS + entitlement.height : foot) + 16,
    custody: { picture: custody, columnAt, across: HEADS },
    entitlement: {
      picture: entitlement,
      columnAt: [columnAt[creditColumn(grid.columns)] ?? 0, end],
      across: foot + BETWEEN_LAYERS,
    },
  };
}

/** A deposit is credited below its address; where the trace is as short as that, below its origin. */
export const creditColumn = (columns: number): number => (columns > 2 ? 1 : 0);

/** A wide page gives each bar the room of its label; on a narrow one all lots share what there is. */
function roomFor(weight: number, lots: number, narrow: number | undefined): Room {
  if (weight === 0) return { scale: 0, slot: 0, gap: 0 };
  if (narrow === undefined) return { scale: Math.max(170, lots * 14) / weight, slot: 34, gap: 6 };
  const [slot, gap] = [2, 3];
  const free = narrow - SIDE_LABEL - SIDE_VALUE - lots * (slot + gap);
  return { scale: Math.max(40, free) / weight, slot, gap };
}

const weightOf = (lots: readonly Lot[]): number => Number(sumOf(lots.map(({ amount }) => amount)));
