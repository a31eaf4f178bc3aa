import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Asset, Deposit, Layer } from '../api';
import { traceQuery } from '../queries';
import { Amount } from '../ui/amount';
import { Card } from '../ui/card';
import { ArrowIcon } from '../ui/icons';
import { Segments } from '../ui/segments';
import { shortenedWithin } from '../ui/shortened';
import { Answered, Empty } from '../ui/states';
import { Table } from '../ui/table';
import { settledAt } from './progress';

const TITLES = { back: 'Where it came from', forward: 'Where it lies now' } as const;
const LAYERS = [
  ['custody', 'Custody'],
  ['entitlement', 'Entitlement'],
] as const;

/** One direction of a deposit's trace, in either layer. The rule that divides mixed money is named. */
export function TraceCard({
  deposit,
  asset,
  direction,
}: {
  deposit: Deposit;
  asset: Asset;
  direction: 'back' | 'forward';
}) {
  const [layer, setLayer] = useState<Layer>('custody');
  return (
    <Card
      title={TITLES[direction]}
      actions={<Segments label={`Layer, ${direction}`} value={layer} options={LAYERS} onChoose={setLayer} />}
    >
      {settledAt(deposit) ? (
        <Traced deposit={deposit} asset={asset} direction={direction} layer={layer} />
      ) : (
        <Empty title="Not in the graph yet">It gets its place there once it is final and booked.</Empty>
      )}
    </Card>
  );
}

interface TracedProps {
  deposit: Deposit;
  asset: Asset;
  direction: 'back' | 'forward';
  layer: Layer;
}

function Traced({ deposit, asset, direction, layer }: TracedProps) {
  const trace = useQuery(traceQuery(deposit.assetId, layer, direction, deposit.transferId));
  return (
    <Answered answer={trace} what="the trace" rows={3}>
      {({ rule, asOfSeq, edges, remainder }) => {
        if (edges.length === 0 && remainder.length === 0) return <Empty title="Nothing to trace" />;
        return (
          <>
            <Table label={TITLES[direction]} columns={[{ head: 'Path' }, { head: 'Of this deposit', kind: 'amount' }]}>
              {edges.map((edge) => (
                <tr key={edge.edgeId}>
                  <td title={`${edge.src}\n${edge.dst}`}>
                    <span className="path-ends">
                      {place(edge.src)} <ArrowIcon /> <span className="sr-only">to</span> {place(edge.dst)}
                    </span>
                  </td>
                  <td className="amount-cell">
                    <Amount units={edge.tracedAmount} asset={asset} />
                  </td>
                </tr>
              ))}
              {remainder.map(({ node, amount }) => (
                <tr key={`at ${node}`}>
                  <td title={node}>
                    <strong>
                      {direction === 'back' ? 'Brought in by' : 'Still held at'} {place(node)}
                    </strong>
                  </td>
                  <td className="amount-cell">
                    <Amount units={amount} asset={asset} />
                  </td>
                </tr>
              ))}
            </Table>
            <p className="more note">
              Rule {rule}, as of seq {Number(asOfSeq).toLocaleString('en')}
            </p>
          </>
        );
      }}
    </Answered>
  );
}

/** The telling end of a place's name: `deposit 0x52ba…8d18`, `available acme`. */
function place(name: string): string {
  if (name.startsWith('outside:')) return `outside ${shortenedWithin(name.slice(8).split(':').at(-1)!)}`;
  if (name.startsWith('credit:')) return 'credit';
  if (name.includes(':transit:')) return 'transit';
  const [, , role = '', ...rest] = name.split(':');
  if (role === 'pending') return `pending ${rest[0] ?? ''}`;
  return rest.length ? `${role} ${shortenedWithin(rest.at(-1)!)}` : shortenedWithin(name);
}
