import { useState } from 'react';
import type { Asset, Flow, FlowLink } from '../api';
import { Amount } from '../ui/amount';
import { ArrowIcon } from '../ui/icons';
import { shortenedWithin } from '../ui/shortened';
import { Table } from '../ui/table';
import { fullNameOf } from './diagram-of';

export const KINDS = { in: 'In', internal: 'Internal', return: 'Return', fee: 'Fee', out: 'Out' } as const;

const FIRST = 8;

/** The picture's twin: each ribbon as a row, exact; the largest first, the others on demand. */
export function FlowTable({ flow, asset, onOpen }: { flow: Flow; asset: Asset; onOpen: (link: FlowLink) => void }) {
  const [all, setAll] = useState(false);
  const nameOf = (id: string) => shortenedWithin(fullNameOf(flow, id));
  const links = flow.links.toSorted((a, b) => (BigInt(a.amount) < BigInt(b.amount) ? 1 : -1));
  return (
    <>
      <Table
        label={`Flow of ${asset.symbol}, as a table`}
        columns={[
          { head: 'Path' },
          { head: 'Kind', wide: true },
          { head: 'Movements', kind: 'end', wide: true },
          { head: 'Amount', kind: 'amount' },
        ]}
      >
        {(all ? links : links.slice(0, FIRST)).map((link) => (
          <tr key={link.id}>
            <td>
              <button type="button" className="path-ends" onClick={() => onOpen(link)}>
                {nameOf(link.source)} <ArrowIcon /> <span className="sr-only">to</span> {nameOf(link.target)}
              </button>
            </td>
            <td className="wide dim">{KINDS[link.kind]}</td>
            <td className="end wide">{link.count.toLocaleString('en')}</td>
            <td className="amount-cell">
              <Amount units={link.amount} asset={asset} />
            </td>
          </tr>
        ))}
      </Table>
      {links.length > FIRST && (
        <footer className="more">
          <span className="note">{all ? `All ${links.length}` : `The largest ${FIRST} of ${links.length}`}</span>
          <button type="button" className="button" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : 'Show all'}
          </button>
        </footer>
      )}
    </>
  );
}
