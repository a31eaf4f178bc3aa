import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Asset, LinkedTrace } from '../api';
import '../flow/flow.css';
import { useNow } from '../live/use-now';
import { between } from '../live/time';
import { sumOf } from '../money/amount';
import { linkedTraceQuery } from '../queries';
import type { TraceSearch } from '../search';
import { Figure } from '../ui/amount';
import { Card, Strip } from '../ui/card';
import { CopyLinkButton } from '../ui/copy-button';
import { ChevronIcon } from '../ui/icons';
import { ScreenHead } from '../ui/screen-head';
import { Segments } from '../ui/segments';
import { AnsweredScreen, Empty } from '../ui/states';
import { depositOf } from './claims';
import { LotPanel } from './lot-panel';
import { lotsOf } from './lots';
import { LotsTable } from './lots-table';
import { isBoundary, placeName } from './place-name';
import { Reconciled } from './reconciled';
import './trace.css';
import { TraceFigure } from './trace-figure';
import { TraceStart } from './trace-start';
import { useTracedAsset } from './use-traced-asset';

const route = getRouteApi('/trace');

/** What funded something, or where it went: coins and claims side by side, lot by lot. */
export function TraceScreen() {
  const search = route.useSearch();
  if (search.transferId === undefined && search.node === undefined) return <TraceStart />;
  return <Traced search={search} />;
}

function Traced({ search }: { search: TraceSearch }) {
  const navigate = route.useNavigate();
  const { asset, answer: assets } = useTracedAsset(search);
  const direction = search.direction ?? (search.transferId?.includes('/') ? 'forward' : 'back');
  const trace = useQuery(linkedTraceQuery(asset?.assetId ?? '', direction, search));
  const go = (change: TraceSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <ScreenHead
        title={titleOf(search, trace.data)}
        trail={
          <span className="trail">
            <Link to="/trace">Trace</Link>
            <ChevronIcon />
          </span>
        }
        note={trace.data && `as of seq ${trace.data.asOfSeq.toLocaleString('en')}`}
      >
        <Segments
          label="Direction"
          value={direction}
          options={[
            ['back', 'Came from'],
            ['forward', 'Went to'],
          ]}
          onChoose={(value) => go({ direction: value, lot: undefined })}
        />
        <CopyLinkButton />
      </ScreenHead>
      {asset ? (
        <AnsweredScreen answer={trace} what="the trace" rows={10} missing={<NotInGraph />}>
          {(data) => <Answer trace={data} asset={asset} chosen={search.lot} onSelect={(lot) => go({ lot })} />}
        </AnsweredScreen>
      ) : (
        <AnsweredScreen answer={assets} what="the trace" rows={10} missing={<NotInGraph />}>
          {() => null}
        </AnsweredScreen>
      )}
    </>
  );
}

interface AnswerProps {
  trace: LinkedTrace;
  asset: Asset;
  chosen: number | undefined;
  onSelect: (lot: number) => void;
}

function Answer({ trace, asset, chosen, onSelect }: AnswerProps) {
  const navigate = route.useNavigate();
  const now = useNow();
  const lots = useMemo(() => lotsOf(trace.custody), [trace.custody]);
  const lot = lots.find(({ number }) => number === chosen) ?? lots[0];
  if (lot === undefined) {
    return (
      <section className="card">
        <Empty title="Nothing lies here">All that ever came has gone on. Choose “Went to” to see where.</Empty>
      </section>
    );
  }
  const { rest, direction, remainder } = trace.custody;
  const total = sumOf([...lots, ...(rest ? [rest] : [])].map(({ amount }) => amount));
  const oldest = lots.flatMap(({ stops }) => stops.flatMap(({ by }) => by?.effectiveAt ?? [])).sort()[0];
  const ends = remainder.filter(({ node }) => direction === 'back' || !isBoundary(node)).length;
  const open = (number: number) => {
    const link = depositOf(lots.find((each) => each.number === number) ?? lot, trace);
    if (link) void navigate({ to: '/deposits/$transferId', params: { transferId: link.transferId } });
  };
  const shared = { trace, asset, lots, onSelect };
  return (
    <>
      <Strip
        items={[
          { label: 'Traced', value: <Figure units={total} asset={asset} /> },
          {
            label: 'Lots',
            value: lots.length + (rest?.count ?? 0),
            note: rest ? `${lots.length} of them shown` : undefined,
          },
          {
            label: direction === 'back' ? 'Brought in by' : 'Lies at',
            value: ends,
            note: places(ends),
          },
          { label: 'Oldest coin', value: oldest ? between(oldest, now) : '—' },
        ]}
      />
      <Card title="Custody" note={`which coins moved, ${asset.symbol}`} actions={<Legend />}>
        <div className="trace-body">
          <div>
            <TraceFigure {...shared} selected={lot.number} onOpen={open} />
            <Reconciled trace={trace} asset={asset} />
          </div>
          <LotPanel {...shared} lot={lot} />
        </div>
        <p className="more note">
          <span>
            <strong>{trace.rule}</strong> Oldest coins leave first.
          </span>
        </p>
      </Card>
      <LotsTable {...shared} selected={lot.number} />
    </>
  );
}

const places = (count: number) => (count === 1 ? 'place' : 'places');

function Legend() {
  return (
    <span className="legend" aria-hidden="true">
      <span className="in">Deposit</span>
      <span className="internal">Internal</span>
      <span className="out">Out</span>
      <span className="claim">Claim</span>
    </span>
  );
}

function NotInGraph() {
  return (
    <Empty title="Nothing final to trace yet">
      Money gets its place in the graph once it is final and booked. <Link to="/deposits">Deposits</Link> shows what is
      on its way.
    </Empty>
  );
}

function titleOf({ node, transferId = '' }: TraceSearch, trace: LinkedTrace | undefined): string {
  if (node !== undefined)
    return placeName(
      node,
      trace?.custody.nodes.find(({ id }) => id === node),
    );
  const txid = transferId.split('/').at(-2);
  return txid === undefined ? `Movement …${transferId.slice(-4)}` : `Deposit ${placeName(`outside:${txid}`)}`;
}
