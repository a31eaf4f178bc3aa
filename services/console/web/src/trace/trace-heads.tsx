import { briefAmount } from '../money/amount';
import type { Asset } from '../api';
import type { BarLook } from './lot-picture';
import { columnName } from './place-name';
import { creditColumn, HEADS, SIDE_VALUE, type TraceFrame } from './trace-frame';
import type { TraceBar } from './trace-layout';

interface TraceHeadsProps {
  frame: TraceFrame;
  width: number;
  asset: Asset;
  /** index of the selected lot among those drawn */
  selected: number;
  lookOf: (bar: TraceBar) => BarLook;
}

/** What stands in each column; on a narrow page beside each row, with the selected lot's place at its end. */
export function TraceHeads({ frame, width, asset, selected, lookOf }: TraceHeadsProps) {
  const { custody, entitlement, downwards, drawn, claims, credits, rest } = frame;
  const heads = headsOf(custody.picture.bars, custody.columnAt.length);
  const [creditAt, accountAt] = entitlement.columnAt as [number, number];
  const creditCount = counted(credits.length, 'credit');
  const clientCount = counted(claims.length, 'client');
  if (downwards) {
    const lot = drawn[selected];
    const own = custody.picture.bars.filter(({ first, last }) => first <= selected && selected <= last);
    return (
      <g aria-hidden="true">
        {heads.map((head, column) => (
          <Head key={column} x={0} y={custody.columnAt[column]! + 4} {...head} />
        ))}
        {lot &&
          own.map((bar) => (
            <Head
              key={bar.column}
              x={width - SIDE_VALUE + 6}
              y={custody.columnAt[bar.column]! + 4}
              name={lookOf(bar).name}
              note={briefAmount(lot.amount, asset.decimals)}
            />
          ))}
        {claims.length > 0 && (
          <>
            <line className="layers" x1="-16" x2={width + 16} y1={creditAt - 44} y2={creditAt - 44} />
            <Head x={0} y={creditAt - 22} name="Entitlement" note="" />
            <Head x={0} y={creditAt + 6} name="Credited" note={creditCount} />
            <Head x={0} y={accountAt + 6} name="Accounts" note={clientCount} />
          </>
        )}
      </g>
    );
  }
  const head = entitlement.across - 26;
  const stubAt = custody.columnAt.at(drawn.length > 0 ? -1 : 0)!;
  return (
    <g aria-hidden="true">
      {heads.map((each, column) => (
        <Head key={column} x={custody.columnAt[column]!} y={12} {...each} />
      ))}
      {rest && (
        <>
          <rect className="stub" x={stubAt} y={HEADS + custody.picture.height + 10} width={8} height={26} rx="1.5" />
          <Head
            x={stubAt + 15}
            y={HEADS + custody.picture.height + 20}
            name={`+${rest.atLeast ? 'at least ' : ''}${counted(rest.count, 'lot')}`}
            note={briefAmount(rest.amount, asset.decimals)}
          />
        </>
      )}
      {claims.length > 0 && (
        <>
          <line className="layers" x1="-16" x2={width + 16} y1={head - 32} y2={head - 32} />
          {creditColumn(custody.columnAt.length) > 0 && (
            <Head x={0} y={head} name="Entitlement" note="whose money it is" />
          )}
          <Head x={creditAt} y={head} name="Credited" note={creditCount} />
          <Head x={accountAt} y={head} name="Client account" note={clientCount} />
        </>
      )}
    </g>
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

/** What most places of a column are, and how many of them. */
function headsOf(bars: readonly TraceBar[], columns: number): { name: string; note: string }[] {
  return Array.from({ length: columns }, (_, column) => {
    const nodes = [...new Set(bars.filter((bar) => bar.column === column).map(({ node }) => node))];
    const names = nodes.map((node) => columnName(node, column === 0));
    const countOf = (name: string) => names.filter(({ one }) => one === name).length;
    const most = names.toSorted((a, b) => countOf(b.one) - countOf(a.one))[0];
    if (!most) return { name: '', note: '' };
    const count = countOf(most.one);
    return { name: most.one, note: count === 1 ? '' : `${count} ${most.many}` };
  });
}

const counted = (count: number, what: string) => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
