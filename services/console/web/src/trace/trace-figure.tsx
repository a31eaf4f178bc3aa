import { useMemo, useRef } from 'react';
import type { Asset, LinkedTrace } from '../api';
import { useWidth } from '../flow/use-width';
import { briefAmount, sumOf } from '../money/amount';
import { depositOf } from './claims';
import { LotPicture, type BarLook } from './lot-picture';
import type { Lot } from './lots';
import { placeName, toneOf } from './place-name';
import { creditColumn, frameOf, type TraceFrame } from './trace-frame';
import { TraceHeads } from './trace-heads';
import type { TraceBar } from './trace-layout';

interface TraceFigureProps {
  trace: LinkedTrace;
  asset: Asset;
  lots: readonly Lot[];
  /** a lot's number */
  selected: number;
  onSelect: (lot: number) => void;
  onOpen: (lot: number) => void;
}

/** Both layers on the same columns and scale: whose coins moved above, who is owed for them below. */
export function TraceFigure(props: TraceFigureProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <div className="trace-figure">
      <div ref={box}>{width > 0 && <Drawing {...props} width={width} />}</div>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function Drawing({ trace, asset, lots, selected, onSelect, onOpen, width }: TraceFigureProps & { width: number }) {
  const frame = useMemo(() => frameOf(trace, lots, selected, width), [trace, lots, selected, width]);
  const { drawn, claims, credits, custody, entitlement, downwards } = frame;
  const index = drawn.findIndex(({ number }) => number === selected);
  const link = index < 0 ? undefined : depositOf(drawn[index]!, trace);
  const credit = claims.flatMap(({ links }) => links).findIndex(({ transferId }) => transferId === link?.transferId);

  const nodes = useMemo(() => new Map(trace.custody.nodes.map((node) => [node.id, node])), [trace.custody.nodes]);
  const brief = (units: string) => briefAmount(units, asset.decimals);
  const nameOf = (id: string) => placeName(id, nodes.get(id));
  const coinsAt = (bar: TraceBar): BarLook => ({
    name: nameOf(bar.node),
    amount: brief(amountOf(bar, drawn)),
    tone: toneOf(bar.node, bar.column === 0),
  });
  const claimAt = (bar: TraceBar): BarLook => {
    const amount = brief(amountOf(bar, credits));
    const count = bar.last - bar.first + 1;
    if (bar.column === 0) return { name: count === 1 ? 'Credit' : `${count} credits`, amount, tone: 'claim' };
    const owner = claims.find(({ links }) => links.includes(claims.flatMap((claim) => claim.links)[bar.first]!));
    return { name: owner?.clientId ?? 'Nobody yet', amount: `${amount} owed`, tone: 'claim' };
  };

  const onKeyDown = (event: React.KeyboardEvent<SVGSVGElement>) => {
    const step = STEPS[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === undefined) return onOpen(selected);
    onSelect(drawn[(index + step + drawn.length) % drawn.length]!.number);
    const { currentTarget } = event;
    requestAnimationFrame(() => currentTarget.querySelector<SVGElement>('[tabindex="0"]')?.focus());
  };
  return (
    <svg
      className={`sankey trace ${downwards ? 'downwards' : ''}`}
      width={width}
      height={frame.height}
      role="group"
      aria-label="Lots in the order in which they are used: arrow keys choose one, Enter opens it. The table holds the same."
      onKeyDown={onKeyDown}
    >
      <LotPicture
        {...custody}
        downwards={downwards}
        lookOf={coinsAt}
        selected={index}
        wrap={(lot, ribbons) => {
          const { number, amount, stops } = drawn[lot]!;
          const way = stops.map(({ node }) => nameOf(node)).join(' to ');
          return (
            <g
              className="lot"
              role="button"
              tabIndex={lot === Math.max(index, 0) ? 0 : -1}
              aria-pressed={number === selected}
              aria-label={`Lot ${number}: ${brief(amount)} ${asset.symbol}, ${way}`}
              onClick={() => onSelect(number)}
              onDoubleClick={() => onOpen(number)}
            >
              <title>{`Lot ${number}\n${way}\n${brief(amount)} ${asset.symbol}`}</title>
              {ribbons}
            </g>
          );
        }}
      />
      <LotPicture {...entitlement} downwards={downwards} lookOf={claimAt} selected={credit} />
      <TraceHeads frame={frame} width={width} asset={asset} selected={index} lookOf={coinsAt} />
      {!downwards && <Tie frame={frame} lot={index} credit={credit} />}
    </svg>
  );
}

/** Ties the selected lot to its credit, in the gutter before the column of both. */
function Tie({ frame, lot, credit }: { frame: TraceFrame; lot: number; credit: number }) {
  const { custody, entitlement } = frame;
  const column = creditColumn(custody.columnAt.length);
  const from = barOf(custody.picture.bars, column, lot);
  const to = barOf(entitlement.picture.bars, 0, credit);
  if (!from || !to) return null;
  const bottom = entitlement.across + to.top + to.thickness;
  return (
    <path
      className="tie"
      aria-hidden="true"
      d={`M${custody.columnAt[column]! - 4},${custody.across + from.top}V${bottom}`}
    />
  );
}

const barOf = (bars: readonly TraceBar[], column: number, lot: number) =>
  bars.find((bar) => bar.column === column && bar.first <= lot && lot <= bar.last);

const amountOf = ({ first, last }: TraceBar, lots: readonly Lot[]) =>
  sumOf(lots.slice(first, last + 1).map(({ amount }) => amount));
