import type { ReactNode } from 'react';
import { ribbonOutline } from '../flow/ribbon-outline';
import { BAR } from '../flow/sankey-shapes';
import type { TraceBar, TracePicture, TraceRibbon } from './trace-layout';

/** What is written beside a bar, and its colour. */
export interface BarLook {
  name: string;
  amount: string;
  tone: 'in' | 'internal' | 'out' | 'claim';
}

/** Where the picture stands: the place of each column along the flow, and across it where lots begin. */
export interface Place {
  columnAt: readonly number[];
  across: number;
  downwards: boolean;
}

interface LotPictureProps {
  picture: TracePicture;
  place: Place;
  lookOf: (bar: TraceBar) => BarLook;
  selected: ReadonlySet<number>;
  /** what goes around the ribbons of one lot: what makes them a button */
  wrap?: (lot: number, ribbons: ReactNode) => ReactNode;
}

/** Lots as ribbons between bars. A selected lot is told by its strength and by a part of each bar that it takes. */
export function LotPicture({ picture, place, lookOf, selected, wrap }: LotPictureProps) {
  const { bars, ribbons } = picture;
  const { columnAt, across, downwards } = place;
  const barAt = new Map(bars.flatMap((bar) => lotsIn(bar).map((lot) => [`${bar.column} ${lot}`, bar])));
  const toneOf = ({ column, lot }: TraceRibbon) => {
    const source = barAt.get(`${column} ${lot}`);
    return source ? lookOf(source).tone : 'internal';
  };
  const lots = [...new Set(ribbons.map(({ lot }) => lot))];
  return (
    <>
      {lots.map((lot) => {
        const own = ribbons.filter((ribbon) => ribbon.lot === lot);
        const paths = own.map((ribbon) => (
          <path
            key={ribbon.column}
            className={`lot-ribbon ${toneOf(ribbon)} ${selected.has(lot) ? 'selected' : ''}`}
            d={ribbonOutline([bendOf(ribbon, place, barAt)], ribbon.thickness, downwards)}
          />
        ));
        return <g key={lot}>{wrap ? wrap(lot, paths) : paths}</g>;
      })}
      {bars.map((bar) => {
        const { tone, name, amount } = lookOf(bar);
        const chosen = lotsIn(bar).some((lot) => selected.has(lot));
        const [along, top] = [columnAt[bar.column]!, across + bar.top];
        return (
          <g key={`${bar.column} ${bar.first}`} aria-hidden="true">
            <rect
              className={`lot-bar ${tone} ${chosen ? 'selected' : ''}`}
              rx="1.5"
              {...(downwards
                ? { x: top, y: along, width: Math.max(bar.thickness, 2), height: BAR }
                : { x: along, y: top, width: BAR, height: Math.max(bar.thickness, 2) })}
            />
            {!downwards && (
              <text
                className={`label ${chosen ? 'chosen' : ''}`}
                transform={`translate(${along + BAR + 7} ${Math.round(top + bar.thickness / 2 - 2.5)})`}
              >
                <tspan x="0">{name}</tspan>
                <tspan className="moved" x="0" dy="14">
                  {amount}
                </tspan>
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** From the edge of a bar to the edge of the next; straight through a column that the lot only passes. */
function bendOf(ribbon: TraceRibbon, { columnAt, across }: Place, barAt: ReadonlyMap<string, TraceBar>) {
  const { column, lot, top, toTop } = ribbon;
  const leaves = barAt.has(`${column} ${lot}`) ? BAR : 0;
  return { from: columnAt[column]! + leaves, to: columnAt[column + 1]!, top: across + top, toTop: across + toTop };
}

const lotsIn = ({ first, last }: TraceBar) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
