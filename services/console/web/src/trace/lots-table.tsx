import { useState } from 'react';
import type { Asset, LinkedTrace } from '../api';
import { exactAmount, shareOf, sumOf } from '../money/amount';
import { Amount } from '../ui/amount';
import { Card } from '../ui/card';
import { CsvButton, type Sheet } from '../ui/csv-button';
import { Moment } from '../ui/moment';
import { SecondLine, Table } from '../ui/table';
import { depositOf } from './claims';
import { flowOf, placeName } from './place-name';
import type { Lot } from './lots';

const FIRST = 50;

interface LotsTableProps {
  trace: LinkedTrace;
  asset: Asset;
  lots: readonly Lot[];
  selected: number;
  onSelect: (lot: number) => void;
}

/** The picture's twin: every lot in order of consumption, and what they add up to. */
export function LotsTable({ trace, asset, lots, selected, onSelect }: LotsTableProps) {
  const [all, setAll] = useState(false);
  const { rest } = trace.custody;
  const total = sumOf([...lots, ...(rest ? [rest] : [])].map(({ amount }) => amount));
  const shown = all ? lots : lots.slice(0, FIRST);
  return (
    <Card
      title="Lots"
      note={`${lots.length}, in the order they are used, ${asset.symbol}`}
      actions={<CsvButton sheet={() => sheetOf(trace, asset, lots)} />}
    >
      <Table
        label="Lots in the order they are used"
        columns={[
          { head: 'Lot' },
          { head: 'Arrived, UTC', wide: true },
          { head: 'Origin' },
          { head: 'Client', wide: true },
          { head: 'Through', wide: true },
          { head: 'Ends at', wide: true },
          { head: 'Amount', kind: 'amount' },
          { head: 'Share', kind: 'end', wide: true },
          { head: 'Entry', kind: 'end', wide: true },
        ]}
      >
        {shown.map((lot) => {
          const { origin, arrival, client, through, end } = tellsOf(lot, trace);
          const share = `${(shareOf(lot.amount, total) / 100).toFixed(1)}%`;
          return [
            <tr key={lot.number} className={lot.number === selected ? 'chosen' : undefined}>
              <td>
                <button
                  type="button"
                  className="path-ends"
                  aria-pressed={lot.number === selected}
                  aria-label={`Lot ${lot.number}`}
                  onClick={() => onSelect(lot.number)}
                >
                  {lot.number}
                </button>
              </td>
              <td className="wide">
                <Moment at={arrival?.effectiveAt ?? null} />
              </td>
              <td>{origin}</td>
              <td className="wide">{client}</td>
              <td className="wide dim">{through}</td>
              <td className="wide">{end}</td>
              <td className="amount-cell">
                <Amount units={lot.amount} asset={asset} />
              </td>
              <td className="end wide">{share}</td>
              <td className="end wide dim">{arrival ? Number(arrival.bookSeq).toLocaleString('en') : '—'}</td>
            </tr>,
            <SecondLine key={`${lot.number} more`} span={9}>
              <span>{client}</span>
              <span>{through}</span>
              <span>{share}</span>
            </SecondLine>,
          ];
        })}
        {rest && (
          <tr>
            <td />
            <td className="wide" />
            <td>
              {rest.atLeast ? 'at least ' : ''}
              {rest.count.toLocaleString('en')} more lots
            </td>
            <td className="wide" />
            <td className="wide" />
            <td className="wide" />
            <td className="amount-cell">
              <Amount units={rest.amount} asset={asset} />
            </td>
            <td className="end wide">{(shareOf(rest.amount, total) / 100).toFixed(1)}%</td>
            <td className="wide" />
          </tr>
        )}
        <tr className="total">
          <td>Total</td>
          <td className="wide" />
          <td />
          <td className="wide" />
          <td className="wide" />
          <td className="wide" />
          <td className="amount-cell">
            <Amount units={total} asset={asset} />
          </td>
          <td className="end wide">100.0%</td>
          <td className="wide" />
        </tr>
      </Table>
      {lots.length > FIRST && (
        <footer className="more">
          <span className="note">{all ? `All ${lots.length}` : `The first ${FIRST} of ${lots.length}`}</span>
          <button type="button" className="button" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : 'Show all'}
          </button>
        </footer>
      )}
    </Card>
  );
}

function tellsOf(lot: Lot, trace: LinkedTrace) {
  const name = (id: string) =>
    placeName(
      id,
      trace.custody.nodes.find((node) => node.id === id),
    );
  const { stops } = lot;
  const movements = stops.filter(({ node }) => flowOf(node));
  return {
    origin: name(stops[0]!.node),
    arrival: stops.find(({ by }) => by !== null)?.by ?? null,
    client: depositOf(lot, trace)?.clientId ?? '—',
    through: movements.map(({ node }) => name(node)).join(', ') || '—',
    end: name(stops.at(-1)!.node),
  };
}

function sheetOf(trace: LinkedTrace, asset: Asset, lots: readonly Lot[]): Sheet {
  const head = [
    'lot',
    'arrived',
    'origin',
    'client',
    'transfer',
    'way',
    'amount',
    'unit',
    'base_units',
    'asset',
    'transaction',
    'entry',
    'book_seq',
    'rule',
    'as_of_seq',
  ];
  const rows = lots.map((lot) => {
    const { arrival, client } = tellsOf(lot, trace);
    const way = lot.stops.map(({ node }) => node);
    return [
      String(lot.number),
      arrival?.effectiveAt ?? '',
      way[0]!,
      client === '—' ? '' : client,
      depositOf(lot, trace)?.transferId ?? '',
      way.join(' > '),
      exactAmount(lot.amount, asset.decimals),
      asset.symbol,
      lot.amount,
      asset.assetId,
      arrival?.tx ?? '',
      arrival?.entryId ?? '',
      String(arrival?.bookSeq ?? ''),
      trace.rule,
      String(trace.asOfSeq),
    ];
  });
  return { file: `trace-${asset.symbol}-seq-${trace.asOfSeq}`, head, rows };
}
