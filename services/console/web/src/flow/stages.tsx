import { Link } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { Asset, Flow } from '../api';
import type { FlowSearch } from '../search';
import { Card } from '../ui/card';
import { Segments } from '../ui/segments';
import { Answered, Empty } from '../ui/states';
import { diagramOf, mergedByStage } from './diagram-of';
import { FlowTable } from './flow-table';
import { Sankey } from './sankey';
import { useWidth } from './use-width';

const NARROW_PX = 620;

interface StagesProps {
  asset: Asset;
  answer: { data: Flow | undefined; error: unknown; refetch: () => unknown };
  search: FlowSearch;
  onLayer: (layer: 'custody' | 'entitlement') => void;
  onOpen: (source: string, target: string) => void;
}

/** The picture or its table, with the switch of layer. */
export function Stages({ asset, answer, search, onLayer, onOpen }: StagesProps) {
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
