import type { Asset, Layer, Trace } from '../api';
import { Amount } from '../ui/amount';
import { Card } from '../ui/card';
import { ArrowIcon } from '../ui/icons';
import { Segments } from '../ui/segments';
import { shortenedWithin } from '../ui/shortened';
import { Answered, Empty } from '../ui/states';
import { Table } from '../ui/table';

const LAYERS = [
  ['custody', 'Custody'],
  ['entitlement', 'Entitlement'],
] as const;

/** The path of a deposit's money, and where the path ends. The rule that divides mixed money is named. */
export function TraceCard({
  title,
  answer,
  held = [],
  asset,
  layer,
  onLayer,
}: {
  title: string;
  answer: { data: Trace | undefined; error: unknown; refetch: () => unknown };
  /** ends of the way forward, where this card tells both ways */
  held?: Trace['remainder'] | undefined;
  asset: Asset;
  layer: Layer;
  onLayer: (layer: Layer) => void;
}) {
  return (
    <Card
      title={title}
      actions={<Segments label={`Layer: ${title}`} value={layer} options={LAYERS} onChoose={onLayer} />}
    >
      <Answered answer={answer} what="the trace" rows={3}>
        {({ rule, asOfSeq, direction, edges, remainder }) => {
          if (edges.length === 0 && remainder.length === 0) return <Empty title="Nothing to trace" />;
          return (
            <>
              <Table label={title} columns={[{ head: 'Path' }, { head: 'Of this deposit', kind: 'amount' }]}>
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
                <Ends words={direction === 'back' ? 'Brought in by' : 'Still held at'} ends={remainder} asset={asset} />
                <Ends words="Still held at" ends={held} asset={asset} />
              </Table>
              <p className="more note">
                Rule {rule}, as of seq {Number(asOfSeq).toLocaleString('en')}
              </p>
            </>
          );
        }}
      </Answered>
    </Card>
  );
}

function Ends({ words, ends, asset }: { words: string; ends: Trace['remainder']; asset: Asset }) {
  return ends.map(({ node, amount }) => (
    <tr key={`at ${node}`}>
      <td title={node}>
        <strong>
          {words} {place(node)}
        </strong>
      </td>
      <td className="amount-cell">
        <Amount units={amount} asset={asset} />
      </td>
    </tr>
  ));
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
