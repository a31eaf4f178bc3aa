import { useEffect, useRef } from 'react';
import type { Asset, Flow, FlowLink } from '../api';
import { Amount, Figure } from '../ui/amount';
import { Card, Strip } from '../ui/card';
import { CrossIcon } from '../ui/icons';
import { shortenedWithin } from '../ui/shortened';
import { Empty } from '../ui/states';
import { Table } from '../ui/table';
import { fullNameOf } from './diagram-of';
import { LiesHere, ownerOf } from './lies-here';

interface NodeCardProps {
  flow: Flow;
  asset: Asset;
  id: string;
  onOpen: (source: string, target: string) => void;
  onClose: () => void;
}

/** One wallet or party of the picture: what came and what went, ribbon by ribbon; and what lies there now. */
export function NodeCard({ flow, asset, id, onOpen, onClose }: NodeCardProps) {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus({ preventScroll: true }), [id]);
  const node = flow.nodes.find((each) => each.id === id);
  const owner = flow.layer === 'custody' ? ownerOf(id) : undefined;
  const name = (other: string) => shortenedWithin(fullNameOf(flow, other));
  const links = flow.links
    .filter(({ source, target }) => source === id || target === id)
    .toSorted((a, b) => (BigInt(a.amount) < BigInt(b.amount) ? 1 : -1));
  return (
    <div onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <Card
        title={name(id)}
        note={node && node.members > 1 ? `${node.members} addresses` : undefined}
        actions={
          <button ref={close} type="button" className="copy" aria-label="Close" onClick={onClose}>
            <CrossIcon />
          </button>
        }
      >
        {node === undefined ? (
          <Empty title="Nothing moved here in this time">Choose a longer range.</Empty>
        ) : (
          <>
            <div className="card-body">
              <Strip
                items={[
                  { label: 'In', value: <Figure units={node.inflow} asset={asset} /> },
                  { label: 'Out', value: <Figure units={node.outflow} asset={asset} /> },
                  { label: 'Change', value: <Figure units={node.balance} asset={asset} /> },
                ]}
              />
            </div>
            <Table
              label={`Ribbons of ${name(id)}`}
              columns={[
                { head: 'Way' },
                { head: 'Other end' },
                { head: 'Movements', kind: 'end', wide: true },
                { head: 'Amount', kind: 'amount' },
              ]}
            >
              {links.map((link) => (
                <Row key={link.id} link={link} inward={link.target === id} {...{ asset, name, onOpen }} />
              ))}
            </Table>
          </>
        )}
        {owner && <LiesHere asset={asset} owner={owner} />}
      </Card>
    </div>
  );
}

interface RowProps {
  link: FlowLink;
  inward: boolean;
  asset: Asset;
  name: (id: string) => string;
  onOpen: (source: string, target: string) => void;
}

function Row({ link, inward, asset, name, onOpen }: RowProps) {
  return (
    <tr>
      <td className="dim">{inward ? 'In from' : 'Out to'}</td>
      <td>
        <button type="button" className="path-ends" onClick={() => onOpen(link.source, link.target)}>
          {name(inward ? link.source : link.target)}
        </button>
      </td>
      <td className="end wide">{link.count.toLocaleString('en')}</td>
      <td className="amount-cell">
        <Amount units={link.amount} asset={asset} />
      </td>
    </tr>
  );
}
