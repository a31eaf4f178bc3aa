import { Link } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { Asset, Flow } from '../api';
import type { FlowSearch } from '../search';
import { Card } from '../ui/card';
import { CsvButton, type Sheet } from '../ui/csv-button';
import { Segments } from '../ui/segments';
import { Answered, Empty } from '../ui/states';
import { diagramOf, mergedByStage, nodeBehind } from './diagram-of';
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
  onOpenNode: (node: string) => void;
  sheet: () => Sheet;
}

/** The picture or its table, with the switch of layer. */
export function Stages({ asset, answer, search, onLayer, onOpen, onOpenNode, sheet }: StagesProps) {
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const layer = search.layer ?? 'custody';
  const open = ({ id }: { id: string }) => {
    const link = answer.data?.links.find((each) => each.id === id);
    if (link) onOpen(link.source, link.target);
  };
  const returns = answer.data?.links.some((link) => link.kind === 'return');
  const outs = answer.data?.links.some((link) => link.kind === 'out' || link.kind === 'fee');
  return (
    <Card
      title="Stages"
      note={layer === 'custody' ? `where the ${asset.symbol} is` : `whose the ${asset.symbol} is`}
      actions={
        <>
          <span className="legend" aria-hidden="true">
            <span className="in">In</span>
            <span className="internal">Internal</span>
            {outs && <span className="out">Out, fees</span>}
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
          {answer.data && <CsvButton sheet={sheet} />}
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
          return <Picture {...{ flow, asset, search, onOpenNode }} onOpen={open} />;
        }}
      </Answered>
    </Card>
  );
}

interface PictureProps {
  flow: Flow;
  asset: Asset;
  search: FlowSearch;
  onOpen: (link: { id: string }) => void;
  onOpenNode: (node: string) => void;
}

function Picture({ flow, asset, search, onOpen, onOpenNode }: PictureProps) {
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
              onOpenNode={narrow ? undefined : (node) => onOpenNode(nodeBehind(node.id))}
            />
          )}
        </div>
      </div>
      {narrow && <FlowTable flow={flow} asset={asset} onOpen={onOpen} />}
    </>
  );
}
