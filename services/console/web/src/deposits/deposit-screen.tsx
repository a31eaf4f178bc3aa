import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { DepositEvent, DepositWithEvents } from '../api';
import { between } from '../live/time';
import { useNow } from '../live/use-now';
import { depositQuery, useAssets } from '../queries';
import { Figure } from '../ui/amount';
import { Card, Strip } from '../ui/card';
import { CopyLinkButton } from '../ui/copy-button';
import { ChevronIcon } from '../ui/icons';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { ScreenHead } from '../ui/screen-head';
import { shortened } from '../ui/shortened';
import { AnsweredScreen, Empty } from '../ui/states';
import { Table } from '../ui/table';
import { DepositStateLabel, Owner } from './deposit-state';
import './deposits.css';
import { LifeLine, passedThrough } from './life-line';
import { settledAt, stateName } from './progress';
import { Whereabouts } from './whereabouts';

const route = getRouteApi('/deposits/$transferId');

/** The life of one deposit: seen, confirmed, credited or reverted, with what each step left behind. */
export function DepositScreen() {
  const { transferId } = route.useParams();
  const deposit = useQuery(depositQuery(transferId));
  const txid = transferId.split('/').at(-2) ?? transferId;
  return (
    <>
      <ScreenHead
        title={`Deposit ${shortened(txid).filter(Boolean).join('…')}`}
        trail={
          <span className="trail">
            <Link to="/deposits">Deposits</Link>
            <ChevronIcon />
          </span>
        }
      >
        <CopyLinkButton />
      </ScreenHead>
      <AnsweredScreen answer={deposit} what="this deposit" rows={10} missing={<Unknown />}>
        {(data) => <Life deposit={data} />}
      </AnsweredScreen>
    </>
  );
}

function Unknown() {
  return (
    <Empty title="No such deposit">
      No transfer with this id has arrived. Check the link, or look for it among all{' '}
      <Link to="/deposits">Deposits</Link>.
    </Empty>
  );
}

function Life({ deposit }: { deposit: DepositWithEvents }) {
  const asset = useAssets().of(deposit.assetId);
  const now = useNow();
  const account = { book: deposit.assetId, account: passedThrough(deposit) };
  const end = deposit.state === 'reverted' ? deposit.revertedAt : settledAt(deposit);
  return (
    <>
      <div className="head-facts">
        <Strip
          items={[
            { label: 'Deposit', value: <Figure units={deposit.amount} asset={asset} /> },
            {
              label: 'Client',
              value: (
                <span className="plain">
                  <Owner deposit={deposit} />
                </span>
              ),
            },
            { label: 'From', value: <Reference value={deposit.from} /> },
            { label: 'To', value: <Reference value={deposit.address} /> },
            { label: 'Transaction', value: <Reference value={deposit.txid} what="transaction" /> },
            {
              label: end ? `Seen to ${stateName(deposit).toLowerCase()}` : 'Age',
              value: deposit.seenAt ? between(deposit.seenAt, end ?? now) : '—',
            },
          ]}
        />
      </div>
      <Card title="Life-line" note="UTC" actions={<DepositStateLabel deposit={deposit} />}>
        <LifeLine deposit={deposit} asset={asset} now={now} />
      </Card>
      {asset && deposit.state !== 'reverted' && <Whereabouts deposit={deposit} asset={asset} now={now} />}
      <Card title="Events" note={deposit.events.length}>
        {deposit.events.length === 0 ? (
          <Empty title="No event is recorded yet" />
        ) : (
          <Events events={deposit.events} account={account} />
        )}
      </Card>
    </>
  );
}

function Events({ events, account }: { events: DepositEvent[]; account: { book: string; account: string } }) {
  return (
    <Table
      label="Events of this deposit"
      columns={[
        { head: 'Time, UTC' },
        { head: 'After', kind: 'end', wide: true },
        { head: 'Event' },
        { head: 'Block', kind: 'end', wide: true },
        { head: 'Topic and sequence', wide: true },
        { head: 'Event id', wide: true },
        { head: 'Entry', wide: true },
      ]}
    >
      {events.map((event, index) => {
        const before = events[index - 1];
        return (
          <tr key={event.eventId}>
            <td>
              <Moment at={event.at} />
            </td>
            <td className="end wide dim">{before && `+${between(before.at, event.at)}`}</td>
            <td>
              <code>{event.type}</code>
            </td>
            <td className="end wide">{event.block?.height.toLocaleString('en') ?? ''}</td>
            <td className="wide">
              <code className="dim">
                {event.topic} {Number(event.streamSeq).toLocaleString('en')}
              </code>
            </td>
            <td className="wide">
              <Reference value={event.eventId} what="event id" />
            </td>
            <td className="wide">
              {event.entryId && (
                <Link to="/ledger" search={{ ...account, entry: event.entryId }}>
                  <Reference value={event.entryId} what="entry id" copy={false} />
                </Link>
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
