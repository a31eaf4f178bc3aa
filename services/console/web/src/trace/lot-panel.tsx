import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Asset, LinkedTrace } from '../api';
import { between } from '../live/time';
import { shareOf, sumOf } from '../money/amount';
import { Fact } from '../ui/fact';
import { depositQuery } from '../queries';
import { Figure } from '../ui/amount';
import { ChevronIcon } from '../ui/icons';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { SweepLink } from '../ui/sweep-link';
import { depositOf } from './claims';
import type { Lot } from './lots';
import { milestonesOf } from './milestones';

interface LotPanelProps {
  trace: LinkedTrace;
  asset: Asset;
  lots: readonly Lot[];
  lot: Lot;
  onSelect: (lot: number) => void;
}

/** One lot: how much, of what, whose, and each time at which it moved. */
export function LotPanel({ trace, asset, lots, lot, onSelect }: LotPanelProps) {
  const link = depositOf(lot, trace);
  const deposit = useQuery({ ...depositQuery(link?.transferId ?? ''), enabled: link !== undefined }).data;
  const total = sumOf([...lots, ...(trace.custody.rest ? [trace.custody.rest] : [])].map(({ amount }) => amount));
  const share = shareOf(lot.amount, total);
  const arrival = lot.stops.find(({ by }) => by !== null)?.by;
  const step = (by: number) => onSelect(lots[(lot.number - 1 + by + lots.length) % lots.length]!.number);
  return (
    <aside className="lot-panel" aria-label="The selected lot">
      <header>
        <span>
          Lot <strong>{lot.number}</strong> of {lots.length}
        </span>
        <span className="lot-steps">
          <button type="button" className="copy back" aria-label="Lot before" onClick={() => step(-1)}>
            <ChevronIcon />
          </button>
          <button type="button" className="copy" aria-label="Next lot" onClick={() => step(1)}>
            <ChevronIcon />
          </button>
        </span>
      </header>
      <div className="lot-amount">
        <Figure units={lot.amount} asset={asset} />
      </div>
      <progress className="share" max={10_000} value={share} aria-label="Share of the whole" />
      <p className="note">
        {(share / 100).toFixed(1)}% of what is traced
        {deposit &&
          deposit.amount !== total &&
          `, ${(shareOf(lot.amount, deposit.amount) / 100).toFixed(1)}% of its deposit`}
      </p>
      <dl className="facts">
        {deposit && <Fact name="Origin">{<Reference value={deposit.from} />}</Fact>}
        {link && <Fact name="Credited to">{link.clientId ?? 'Nobody yet'}</Fact>}
        {arrival?.tx && <Fact name="Source tx">{<Reference value={arrival.tx} what="transaction" />}</Fact>}
        {deposit?.block && <Fact name="Block">{deposit.block.height.toLocaleString('en')}</Fact>}
        {arrival && (
          <Fact name="Entry">
            <Link
              to="/ledger"
              search={{ book: asset.assetId, account: accountBehind(lot), entry: arrival.entryId }}
              title={arrival.entryId}
            >
              {Number(arrival.bookSeq).toLocaleString('en')}
            </Link>
          </Fact>
        )}
      </dl>
      <ol className="milestones">
        {milestonesOf(lot, trace.custody.nodes, deposit?.creditedAt ?? null).map(
          ({ name, note, at, flow }, index, all) => (
            <li key={`${name} ${at}`}>
              <span className="milestone-name">{name}</span>
              <Moment at={at} />
              <span className="note">{flow ? <SweepLink flowId={flow}>{note}</SweepLink> : note}</span>
              <span className="note">{index > 0 ? `+${between(all[index - 1]!.at, at)}` : 'UTC'}</span>
            </li>
          ),
        )}
      </ol>
      {link && (
        <div className="lot-actions">
          <Link className="button" to="/deposits/$transferId" params={{ transferId: link.transferId }}>
            Open deposit
          </Link>
          <Link
            className="button"
            to="/trace"
            search={{ asset: asset.assetId, transferId: link.transferId, direction: 'forward' }}
          >
            Follow deposit
          </Link>
        </div>
      )}
    </aside>
  );
}

/** The account on whose statement the lot's first entry stands. */
const accountBehind = ({ stops }: Lot): string => stops.find(({ by }) => by !== null)!.node;
