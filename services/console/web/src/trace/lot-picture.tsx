import type { ReactNode } from 'react';
import { ribbonOutline } from '../flow/ribbon-outline';
import { BAR } from '../flow/sankey-shapes';
import type { Layer } from './trace-frame';
import type { TraceBar, TraceRibbon } from './trace-layout';

/** What is written beside a bar, and its colour. */
export interface BarLook {
  name: string;
  amount: string;
  tone: 'in' | 'internal' | 'out' | 'claim';
}

interface LotPictureProps extends Layer {
  downwards: boolean;
  lookOf: (bar: TraceBar) => BarLook;
  /** index of the selected lot; -1: none */
  selected: number;
  /** what goes around the ribbons of one lot: what makes them a button */
  wrap?: (lot: number, ribbons: ReactNode) => ReactNode;
}

/** Lots as ribbons between bars; the selected one is stronger. On a narrow page labels stand beside the picture. */
export function LotPicture({ picture, columnAt, across, downwards, lookOf, selected, wrap }: LotPictureProps) {
  const { bars, ribbons } = picture;
  const barAt = (column: number, lot: number) =>
    bars.find((bar) => bar.column === column && bar.first <= lot && lot <= bar.last);
  const draw = (ribbon: TraceRibbon) => {
    const { column, lot, top, toTop, thickness } = ribbon;
    const source = barAt(column, lot);
    const bend = {
      from: columnAt[column]! + (source ? BAR : 0),
      to: columnAt[column + 1]!,
      top: across + top,
      toTop: across + toTop,
    };
    const tone = source ? lookOf(source).tone : 'internal';
    return (
      <path
        key={column}
        className={`lot-ribbon ${tone} ${lot === selected ? 'selected' : ''}`}
        d={ribbonOutline([bend], thickness, downwards)}
      />
    );
  };
  const lots = [...new Set(ribbons.map(({ lot }) => lot))];
  return (
    <>
      {lots.map((lot) => {
        const drawn = ribbons.filter((ribbon) => ribbon.lot === lot).map(draw);
        return <g key={lot}>{wrap ? wrap(lot, drawn) : drawn}</g>;
      })}
      {bars.map((bar) => (
        <Bar
          key={`${bar.column} ${bar.first}`}
          look={lookOf(bar)}
          along={columnAt[bar.column]!}
          top={across + bar.top}
          thickness={bar.thickness}
          chosen={bar.first <= selected && selected <= bar.last}
          downwards={downwards}
        />
      ))}
    </>
  );
}

interface BarProps {
  look: BarLook;
  along: number;
  top: number;
  thickness: number;
  chosen: boolean;
  downwards: boolean;
}

function Bar({ look: { name, amount, tone }, along, top, thickness, chosen, downwards }: BarProps) {
  const size = Math.max(thickness, 2);
  const rect = downwards
    ? { x: top, y: along, width: size, height: BAR }
    : { x: along, y: top, width: BAR, height: size };
  return (
    <g aria-hidden="true">
      <rect className={`lot-bar ${tone} ${chosen ? 'selected' : ''}`} rx="1.5" {...rect} />
      {!downwards && (
        <text
          className={`label ${chosen ? 'chosen' : ''}`}
          transform={`translate(${along + BAR + 7} ${Math.round(top + thickness / 2 - 2.5)})`}
        >
          <tspan x="0">{name}</tspan>
          <tspan className="moved" x="0" dy="14">
            {amount}
          </tspan>
        </text>
      )}
    </g>
  );
}
