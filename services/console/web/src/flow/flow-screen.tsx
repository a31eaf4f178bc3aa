import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Asset, Flow } from '../api';
import { RecentDeposits } from '../deposits/recent-deposits';
import { assetsQuery, flowQuery, RANGES, type Range } from '../queries';
import type { FlowSearch } from '../search';
import { ScreenHead } from '../ui/screen-head';
import { Segments } from '../ui/segments';
import { AnsweredScreen, Empty } from '../ui/states';
import { fullNameOf } from './diagram-of';
import './flow.css';
import { Conservation } from './conservation';
import { flowSheet } from './flow-sheet';
import { LinkEdges } from './link-edges';
import { NodeCard } from './node-card';
import { Stages } from './stages';
import { Totals } from './totals';

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
  const closed = { source: undefined, target: undefined, node: undefined };

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
                onOpen={(source, target) => go({ source, target, node: undefined })}
                onOpenNode={(node) => go({ ...closed, node })}
                sheet={() => flowSheet(flow.data!, asset, range)}
              />
              {flow.data && <Conservation flow={flow.data} asset={asset} />}
              {flow.data && search.node !== undefined && (
                <NodeCard
                  flow={flow.data}
                  asset={asset}
                  id={search.node}
                  onOpen={(source, target) => go({ source, target })}
                  onClose={() => go(closed)}
                />
              )}
              {search.source !== undefined && search.target !== undefined && (
                <LinkEdges
                  asset={asset}
                  layer={layer}
                  range={range}
                  source={endOf(flow.data, search.source)}
                  target={endOf(flow.data, search.target)}
                  onClose={() => go({ source: undefined, target: undefined })}
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

const endOf = (flow: Flow | undefined, id: string) => ({ id, label: flow ? fullNameOf(flow, id) : id });

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
