import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Asset, FlowEdge, Layer } from '../api';
import { accountName } from '../ledger/account-name';
import { EntryDetail } from '../ledger/entry-detail';
import '../ledger/ledger.css';
import { flowEdgesQuery, type Range } from '../queries';
import { Amount } from '../ui/amount';
import { Card } from '../ui/card';
import { CsvButton } from '../ui/csv-button';
import { movementSheet } from './flow-sheet';
import { ChevronIcon, CrossIcon } from '../ui/icons';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { Answered, Empty } from '../ui/states';
import { SweepLink } from '../ui/sweep-link';
import { shortenedWithin } from '../ui/shortened';
import { MoreRows, Table } from '../ui/table';

interface LinkEdgesProps {
  asset: Asset;
  layer: Layer;
  range: Range;
  source: { id: string; label: string };
  target: { id: string; label: string };
  onClose: () => void;
}

/** The movements behind one ribbon, newest first: each leads to its deposit and to the statement of its account. */
export function LinkEdges({ asset, layer, range, source, target, onClose }: LinkEdgesProps) {
  const edges = useInfiniteQuery(flowEdgesQuery(asset.assetId, layer, range, source.id, target.id));
  const title = `${shortenedWithin(source.label)} to ${shortenedWithin(target.label)}`;
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    if (!(opener instanceof SVGElement || opener instanceof HTMLButtonElement)) return;
    const button = close.current;
    button?.focus({ preventScroll: true });
    button?.closest('section')?.scrollIntoView({ block: 'nearest' });
    return () => {
      if (document.activeElement === button || document.activeElement === document.body) opener.focus();
    };
  }, [source.id, target.id]);

  return (
    <div onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <Card
        title={title}
        note="movements, newest first"
        actions={
          <>
            <CsvButton
              sheet={() => movementSheet(edges.data?.pages.flatMap((page) => page.items) ?? [], asset, title)}
            />
            <button ref={close} type="button" className="copy" aria-label="Close" onClick={onClose}>
              <CrossIcon />
            </button>
          </>
        }
      >
        <Answered answer={edges} what="these movements" rows={4}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0) return <Empty title="No movement here yet" />;
            return (
              <>
                <Table
                  label="Movements behind the ribbon"
                  columns={[
                    { head: 'Time, UTC' },
                    { head: 'Amount', kind: 'amount' },
                    { head: 'Transaction', wide: true },
                    { head: 'Flow', wide: true },
                    { head: 'Statement' },
                    { head: 'Seq', kind: 'end', wide: true },
                  ]}
                >
                  {items.map((edge) => (
                    <EdgeRow key={edge.edgeId} edge={edge} asset={asset} />
                  ))}
                </Table>
                <MoreRows list={edges} shown={items.length} />
              </>
            );
          }}
        </Answered>
      </Card>
    </div>
  );
}

function EdgeRow({ edge, asset }: { edge: FlowEdge; asset: Asset }) {
  const [open, setOpen] = useState(false);
  const account = isAccount(edge.dst) ? edge.dst : edge.src;
  return (
    <>
      <tr>
        <td>
          <button
            type="button"
            className="expander"
            aria-expanded={open}
            aria-label={`Entry ${edge.bookSeq}`}
            onClick={() => setOpen(!open)}
          >
            <ChevronIcon />
          </button>
          <Moment at={edge.effectiveAt} />
        </td>
        <td className="amount-cell">
          <Amount units={edge.amount} asset={asset} />
        </td>
        <td className="wide">
          {edge.tx ? <Reference value={edge.tx} what="transaction" /> : <span className="dim">—</span>}
        </td>
        <td className="wide">
          <FlowLink flow={edge.flow} />
        </td>
        <td>
          {isAccount(account) ? (
            <Link to="/ledger" search={{ book: asset.assetId, account, entry: edge.entryId }} title={account}>
              {accountName(account).name}
            </Link>
          ) : (
            <span className="dim">—</span>
          )}
        </td>
        <td className="end wide dim">{Number(edge.bookSeq).toLocaleString('en')}</td>
      </tr>
      {open && (
        <tr className="entry">
          <td colSpan={6}>
            <EntryDetail entryId={edge.entryId} asset={asset} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The whole that a movement belongs to: a deposit or a movement of ours. */
function FlowLink({ flow }: { flow: string }) {
  if (!flow.includes('/')) return <SweepLink flowId={flow}>Movement …{flow.slice(-4)}</SweepLink>;
  return (
    <Link to="/deposits/$transferId" params={{ transferId: flow }}>
      Life-line
    </Link>
  );
}

/** Ends of an edge are accounts of the ledger, or parties outside it. */
const isAccount = (end: string) => /^(assets|liabilities|equity|income|expenses|trading):/.test(end);
