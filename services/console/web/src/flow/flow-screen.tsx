import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { Asset, Flow } from '../api';
import { RecentDeposits } from '../deposits/recent-deposits';
import { assetsQuery, flowQuery, RANGES, type Range } from '../queries';
import type { FlowSearch } from '../routes';
import { Card } from '../ui/card';
import { ScreenHead } from '../ui/screen-head';
import { Segments } from '../ui/segments';
import { Answered, AnsweredScreen, Empty } from '../ui/states';
import { diagramOf, mergedByStage } from './diagram-of';
import './flow.css';
import { FlowTable } from './flow-table';
import { LinkEdges } from './link-edges';
import { Sankey } from './sankey';
import { Totals } from './totals';
import { useWidth } from './use-width';

const NARROW_PX = 620;
const RANGE_OPTIONS = (Object.keys(RANGES) as Range[]).map(
  (range) => [range, range === 'all' ? 'All' : range] as const,
);
const route = getRouteApi('/flow');

/** Where one asset came from, and where it went, in stages. */
export function FlowScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const assets = useQuery(assetsQuery);
  const asset = assets.data?.find(({ assetId }) => assetId === search.asset) ?? assets.data?.[0];
  const range = search.range ?? '24h';
  const layer = search.layer ?? 'custody';
  const flow = useQuery(flowQuery(asset?.assetId ?? '', layer, range));
  const go = (change: FlowSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const closed = { source: undefined, target: undefined };

  return (
    <>
      <ScreenHead
        title="Flow of funds"
        note={flow.data && `as of seq ${Number(flow.data.asOfSeq).toLocaleString('en')}`}
      >
        {assets.data && asset && (
          <AssetChoice assets={assets.data} asset={asset} onChoose={(assetId) => go({ ...closed, asset: assetId })} />
        )}
        <Segments label="Time range" value={range} options={RANGE_OPTIONS} onChoose={(value) => go({ range: value })} />
      </ScreenHead>
      <AnsweredScreen answer={assets} what="the assets" rows={10}>
        {() =>
          asset === undefined ? (
            <section className="card">
              <Empty title="No asset is listed yet">
                List one with POST /api/v1/assets, or start with the seed file.
              </Empty>
            </section>
          ) : (
            <>
              {flow.data && <Totals asset={asset} layer={layer} range={range} flow={flow.data} />}
              <Stages
                asset={asset}
                answer={flow}
                search={search}
                onLayer={(value) => go({ ...closed, layer: value === 'custody' ? undefined : value })}
                onOpen={(source, target) => go({ source, target })}
              />
              {search.source !== undefined && search.target !== undefined && (
                <LinkEdges
                  asset={asset}
                  layer={layer}
                  range={range}
                  source={endOf(flow.data, search.source)}
                  target={endOf(flow.data, search.target)}
                  onClose={() => go(closed)}
                />
              )}
              <RecentDeposits asset={asset} />
            </>
          )
        }
      </AnsweredScreen>
    </>
  );
}

const endOf = (flow: Flow | undefined, id: string) => ({
  id,
  label: flow?.nodes.find((node) => node.id === id)?.label ?? id,
});

function AssetChoice({
  assets,
  asset,
  onChoose,
}: {
  assets: Asset[];
  asset: Asset;
  onChoose: (assetId: string) => void;
}) {
  if (assets.length <= 4) {
    const options = assets.map(({ assetId, symbol }) => [assetId, symbol] as const);
    return <Segments label="Asset" value={asset.assetId} options={options} onChoose={onChoose} />;
  }
  return (
    <select
      className="select"
      aria-label="Asset"
      value={asset.assetId}
      onChange={(event) => onChoose(event.target.value)}
    >
      {assets.map(({ assetId, symbol, chain }) => (
        <option key={assetId} value={assetId}>
          {symbol} on {chain}
        </option>
      ))}
    </select>
  );
}

interface StagesProps {
  asset: Asset;
  answer: { data: Flow | undefined; error: unknown; refetch: () => unknown };
  search: FlowSearch;
  onLayer: (layer: 'custody' | 'entitlement') => void;
  onOpen: (source: string, target: string) => void;
}

function Stages({ asset, answer, search, onLayer, onOpen }: StagesProps) {
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const layer = search.layer ?? 'custody';
  const open = (link: { source: string; target: string }) => onOpen(link.source, link.target);
  const returns = answer.data !== undefined && hasReturns(answer.data);
  const outs = answer.data?.links.some((link) => link.kind === 'out');
  return (
    <Card
      title="Stages"
      note={layer === 'custody' ? `where the ${asset.symbol} is` : `whose the ${asset.symbol} is`}
      actions={
        <>
          <span className="legend" aria-hidden="true">
            <span className="in">In</span>
            <span className="internal">Internal</span>
            {outs && <span className="out">Out</span>}
            {returns && <span className="return">Return</span>}
          </span>
          <Segments
            label="Layer"
            value={layer}
            options={[
              ['custody', 'Custody'],
              ['entitlement', 'Entitlement'],
            ]}
            onChoose={onLayer}
          />
          <Segments
            label="View"
            value={view}
            options={[
              ['picture', 'Picture'],
              ['table', 'Table'],
            ]}
            onChoose={setView}
          />
        </>
      }
    >
      <Answered answer={answer} what="the flow" rows={8}>
        {(flow) => {
          if (flow.links.length === 0) {
            return (
              <Empty title={`No ${asset.symbol} moved in this time`}>
                Final movements appear here as soon as they are booked. Choose a longer range, or look at{' '}
                <Link to="/deposits">Deposits</Link> for what is on its way.
              </Empty>
            );
          }
          if (view === 'table') return <FlowTable flow={flow} asset={asset} onOpen={open} />;
          return <Picture flow={flow} asset={asset} search={search} onOpen={open} />;
        }}
      </Answered>
    </Card>
  );
}

function Picture({
  flow,
  asset,
  search,
  onOpen,
}: {
  flow: Flow;
  asset: Asset;
  search: FlowSearch;
  onOpen: (link: { source: string; target: string }) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const narrow = width < NARROW_PX;
  const diagram = useMemo(() => (narrow ? mergedByStage(flow) : diagramOf(flow)), [flow, narrow]);
  const selected = flow.links.find((link) => link.source === search.source && link.target === search.target)?.id;
  return (
    <>
      <div className="chart">
        <div ref={box}>
          {width > 0 && (
            <Sankey
              diagram={diagram}
              asset={asset}
              width={width}
              downwards={narrow}
              selected={narrow ? undefined : selected}
              onOpen={narrow ? undefined : onOpen}
            />
          )}
        </div>
      </div>
      {narrow && <FlowTable flow={flow} asset={asset} onOpen={onOpen} />}
    </>
  );
}

function hasReturns(flow: Flow): boolean {
  const place = new Map(flow.nodes.map((node) => [node.id, flow.stages.findIndex((stage) => stage.id === node.stage)]));
  return flow.links.some((link) => place.get(link.target)! <= place.get(link.source)!);
}
