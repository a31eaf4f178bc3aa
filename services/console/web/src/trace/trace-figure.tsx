import { useMemo, useRef } from 'react';
import type { Asset, LinkedTrace } from '../api';
import { BAR } from '../flow/sankey-shapes';
import { useWidth } from '../flow/use-width';
import { briefAmount, sumOf } from '../money/amount';
import { claimsOf, creditLots, depositOf } from './claims';
import { gridOf } from './columns';
import { LotPicture, type BarLook } from './lot-picture';
import { largest, lotsOf, type Lot } from './lots';
import { columnName, placeName, toneOf } from './place-name';
import { layOutLots, type TraceBar } from './trace-layout';

/** More lots than this are one stub in the picture; the table has them all. */
const MOST_LOTS = 14;
const NARROW_PX = 620;
const HEADS = 44;
const LAST_LABEL = 150;
const SIDE_LABEL = 118;
const SIDE_VALUE = 74;
const STEP_DOWN = 62;

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

function Drawing({ trace, asset, lots, selected, onSelect, onOpen, width }: TraceFigureProps & { width: number }) {
  const downwards = width < NARROW_PX;
  const towardsEnd = trace.custody.direction === 'back';
  const { drawn, rest } = useMemo(
    () => largest(lots, MOST_LOTS, trace.custody.rest, selected),
    [lots, trace.custody.rest, selected],
  );
  const layers = useMemo(() => {
    const grid = gridOf(drawn);
    const links = drawn.map((lot) => depositOf(lot, trace)).filter((link) => link !== undefined);
    const claims = claimsOf(links);
    const credits = creditLots(claims);
    const sums = [drawn, credits].map((all) => Number(sumOf(all.map(({ amount }) => amount))));
    const room = roomFor(Math.max(...sums), downwards ? width - SIDE_LABEL - SIDE_VALUE : undefined, drawn.length);
    return {
      grid,
      claims,
      credits,
      custody: layOutLots(drawn, grid, room, towardsEnd),
      entitlement: layOutLots(credits, gridOf(credits), room, false),
    };
  }, [drawn, trace, towardsEnd, downwards, width]);
  const { grid, claims, credits, custody, entitlement } = layers;

  const nodes = new Map([...trace.custody.nodes, ...trace.entitlement.nodes].map((node) => [node.id, node]));
  const brief = (units: string) => briefAmount(units, asset.decimals);
  const total = ({ first, last }: TraceBar, of: readonly Lot[]) =>
    sumOf(of.slice(first, last + 1).map(({ amount }) => amount));
  const custodyLook = (bar: TraceBar): BarLook => ({
    name: placeName(bar.node, nodes.get(bar.node)),
    amount: brief(total(bar, drawn)),
    tone: toneOf(bar.node, bar.column === 0),
  });
  const index = drawn.findIndex(({ number }) => number === selected);
  const chosenLink = index < 0 ? undefined : depositOf(drawn[index]!, trace);
  const creditIndex = claims
    .flatMap(({ links }) => links)
    .findIndex((link) => link.transferId === chosenLink?.transferId);
  const claimLook = (bar: TraceBar): BarLook => {
    const claim = claims[claimIndexOf(claims, bar.first)]!;
    const count = bar.last - bar.first + 1;
    const units = total(bar, credits);
    return bar.column === 0
      ? { name: count === 1 ? 'Credit' : `${count} credits`, amount: brief(units), tone: 'claim' }
      : { name: claim.clientId ?? 'Nobody yet', amount: `${brief(units)} owed`, tone: 'claim' };
  };

  const step = downwards ? STEP_DOWN : (width - BAR - LAST_LABEL) / Math.max(1, grid.columns - 1);
  const columnAt = Array.from({ length: grid.columns }, (_, column) => Math.round(column * step));
  const creditColumns = [columnAt[grid.columns > 2 ? 1 : 0]!, columnAt.at(-1)!];
  const left = downwards ? SIDE_LABEL : 0;
  const places = {
    custody: { columnAt: columnAt.map((at) => at + (downwards ? 8 : 0)), across: downwards ? left : HEADS, downwards },
    entitlement: downwards
      ? { columnAt: [columnAt.at(-1)! + 88, columnAt.at(-1)! + 88 + STEP_DOWN], across: left, downwards }
      : { columnAt: creditColumns, across: HEADS + custody.height + 84, downwards },
  };
  const restRoom = rest && !downwards ? 46 : 0;
  if (!downwards) places.entitlement.across += restRoom;
  const height = downwards
    ? (claims.length > 0 ? places.entitlement.columnAt.at(-1)! : places.custody.columnAt.at(-1)!) + BAR + 34
    : claims.length > 0
      ? places.entitlement.across + entitlement.height + 16
      : HEADS + custody.height + restRoom + 16;

  const move = (by: number) => {
    const next = drawn[(index + by + drawn.length) % drawn.length];
    if (next) onSelect(next.number);
  };
  const onKeyDown = (event: React.KeyboardEvent<SVGSVGElement>) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (by === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (by === undefined) return onOpen(selected);
    move(by);
    const { currentTarget } = event;
    requestAnimationFrame(() => currentTarget.querySelector<SVGElement>('[tabindex="0"]')?.focus());
  };
  const heads = headsOf(custody.bars, grid.columns);
  const creditBar = entitlement.bars.find(
    (bar) => bar.column === 0 && bar.first <= creditIndex && creditIndex <= bar.last,
  );
  const lotBar = custody.bars.find(
    (bar) => bar.column === (grid.columns > 2 ? 1 : 0) && bar.first <= index && index <= bar.last,
  );
  return (
    <svg
      className={`sankey trace ${downwards ? 'downwards' : ''}`}
      width={width}
      height={height}
      role="group"
      aria-label="Lots, in the order in which they are used; arrow keys choose one, Enter opens it. The table holds the same."
      onKeyDown={onKeyDown}
    >
      <g aria-hidden="true">
        {heads.map(({ name, note }, column) => (
          <Head
            key={column}
            x={downwards ? 0 : columnAt[column]!}
            y={downwards ? columnAt[column]! + 12 : 12}
            {...{ name, note }}
          />
        ))}
        {downwards &&
          index >= 0 &&
          custody.bars
            .filter((bar) => bar.first <= index && index <= bar.last)
            .map((bar) => (
              <Head
                key={bar.column}
                x={width - SIDE_VALUE + 4}
                y={columnAt[bar.column]! + 12}
                name={custodyLook(bar).name.slice(0, 12)}
                note={brief(drawn[index]!.amount)}
              />
            ))}
        {claims.length > 0 && !downwards && (
          <>
            <line
              className="layers"
              x1="-16"
              x2={width + 16}
              y1={places.entitlement.across - 58}
              y2={places.entitlement.across - 58}
            />
            {grid.columns > 2 && (
              <Head x={0} y={places.entitlement.across - 26} name="Entitlement" note="whose money it is" />
            )}
            <Head
              x={creditColumns[0]!}
              y={places.entitlement.across - 26}
              name={grid.columns > 2 ? 'Credited' : 'Entitlement: credited'}
              note={`${credits.length} ${credits.length === 1 ? 'credit' : 'credits'}`}
            />
            <Head
              x={creditColumns[1]!}
              y={places.entitlement.across - 26}
              name="Client account"
              note={`${claims.length} ${claims.length === 1 ? 'client' : 'clients'}`}
            />
          </>
        )}
        {claims.length > 0 && downwards && (
          <>
            <line
              className="layers"
              x1="-16"
              x2={width + 16}
              y1={places.entitlement.columnAt[0]! - 44}
              y2={places.entitlement.columnAt[0]! - 44}
            />
            <Head x={0} y={places.entitlement.columnAt[0]! - 22} name="Entitlement" note="" />
            <Head
              x={0}
              y={places.entitlement.columnAt[0]! + 6}
              name="Credited"
              note={`${credits.length} ${credits.length === 1 ? 'credit' : 'credits'}`}
            />
            <Head
              x={0}
              y={places.entitlement.columnAt[1]! + 6}
              name="Accounts"
              note={`${claims.length} ${claims.length === 1 ? 'client' : 'clients'}`}
            />
          </>
        )}
      </g>
      <LotPicture
        picture={custody}
        place={places.custody}
        lookOf={custodyLook}
        selected={new Set([index])}
        wrap={(lot, paths) => {
          const { number, amount, stops } = drawn[lot]!;
          const way = stops.map(({ node }) => placeName(node, nodes.get(node))).join(' to ');
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
              {paths}
            </g>
          );
        }}
      />
      {rest && !downwards && (
        <g aria-hidden="true">
          <rect
            className="stub"
            x={columnAt.at(towardsEnd ? -1 : 0)!}
            y={HEADS + custody.height + 10}
            width={BAR}
            height={26}
            rx="1.5"
          />
          <Head
            x={columnAt.at(towardsEnd ? -1 : 0)! + BAR + 7}
            y={HEADS + custody.height + 20}
            name={`+${rest.atLeast ? 'at least ' : ''}${rest.count} lots`}
            note={brief(rest.amount)}
          />
        </g>
      )}
      <LotPicture
        picture={entitlement}
        place={places.entitlement}
        lookOf={claimLook}
        selected={new Set([creditIndex])}
      />
      {!downwards && creditBar && lotBar && (
        <path
          className="tie"
          aria-hidden="true"
          d={`M${creditColumns[0]! - 4},${HEADS + lotBar.top}V${places.entitlement.across + creditBar.top + creditBar.thickness}`}
        />
      )}
    </svg>
  );
}

function Head({ x, y, name, note }: { x: number; y: number; name: string; note: string }) {
  return (
    <text className="stage" transform={`translate(${x} ${y})`}>
      <tspan>{name}</tspan>
      <tspan className="moved" x="0" dy="15">
        {note}
      </tspan>
    </text>
  );
}

/** Wide pages give each bar the room of its label; on a narrow one all lots share what there is. */
function roomFor(total: number, narrow: number | undefined, lots: number) {
  if (total === 0) return { scale: 0, slot: 0, gap: 0 };
  if (narrow === undefined) return { scale: Math.max(170, lots * 14) / total, slot: 34, gap: 6 };
  const gap = 3;
  return { scale: Math.max(40, narrow - lots * (gap + 2)) / total, slot: 2, gap };
}

function headsOf(bars: readonly TraceBar[], columns: number): { name: string; note: string }[] {
  return Array.from({ length: columns }, (_, column) => {
    const nodes = [...new Set(bars.filter((bar) => bar.column === column).map(({ node }) => node))];
    const { one, many } = columnName(nodes[0] ?? '', column === 0);
    return { name: one, note: nodes.length === 1 ? '' : `${nodes.length} ${many}` };
  });
}

function claimIndexOf(claims: readonly { links: readonly unknown[] }[], credit: number): number {
  let before = 0;
  return claims.findIndex(({ links }) => credit < (before += links.length));
}
