import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Asset, Deposit, Layer, Trace } from '../api';
import { traceQuery } from '../queries';
import { Card } from '../ui/card';
import { Empty } from '../ui/states';
import { settledAt } from './progress';
import { TraceCard } from './trace-card';

/** A deposit's path both ways, in one of the layers: one card for as long as it lies where it arrived. */
export function Traces({ deposit, asset }: { deposit: Deposit; asset: Asset }) {
  if (settledAt(deposit)) return <Settled deposit={deposit} asset={asset} />;
  return (
    <Card title="Trace">
      <Empty title="Not in the graph yet">It gets its place there once it is final and booked.</Empty>
    </Card>
  );
}

function Settled({ deposit: { assetId, transferId }, asset }: { deposit: Deposit; asset: Asset }) {
  const [layer, setLayer] = useState<Layer>('custody');
  const back = useQuery(traceQuery(assetId, layer, 'back', transferId));
  const forward = useQuery(traceQuery(assetId, layer, 'forward', transferId));
  const shared = { asset, layer, onLayer: setLayer };
  const together = back.data && forward.data && samePath(back.data, forward.data);
  if (together || back.isPending || forward.isPending) {
    const held = forward.data?.remainder;
    return <TraceCard {...shared} title="Where it came from, and lies now" answer={back} held={held} />;
  }
  return (
    <div className="pair">
      <TraceCard {...shared} title="Where it came from" answer={back} />
      <TraceCard {...shared} title="Where it lies now" answer={forward} />
    </div>
  );
}

const samePath = (back: Trace, forward: Trace): boolean => pathOf(back) === pathOf(forward);

const pathOf = ({ edges }: Trace): string =>
  edges
    .map(({ edgeId, tracedAmount }) => `${edgeId} ${tracedAmount}`)
    .sort()
    .join();
