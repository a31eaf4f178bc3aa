import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Deposit } from '../api';
import { LIVE_PAGES, queryClient } from '../live/live';
import { duration, utcTime } from '../live/time';
import { exactAmount } from '../money/amount';
import { useNow } from '../live/use-now';
import { depositsQuery, depositSummaryQuery, useAssets } from '../queries';
import { Amount } from '../ui/amount';
import { Strip } from '../ui/card';
import { CopyLinkButton } from '../ui/copy-button';
import { CsvButton, type Sheet } from '../ui/csv-button';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { ScreenHead } from '../ui/screen-head';
import { Answered, Empty } from '../ui/states';
import { MoreRows, SecondLine, Table } from '../ui/table';
import { DepositFilters } from './deposit-filters';
import { DepositStateLabel, DepositSteps, Owner } from './deposit-state';
import './deposits.css';
import { waitingSince } from './progress';

const route = getRouteApi('/deposits');

export function DepositsScreen() {
  const filter = route.useSearch();
  const deposits = useInfiniteQuery(depositsQuery(filter));
  const items = deposits.data?.pages.flatMap((page) => page.items) ?? [];
  const asOf = deposits.data?.pages[0]?.asOf;
  const stands = (deposits.data?.pages.length ?? 0) > LIVE_PAGES;
  const sheet = useSheet(items);
  return (
    <>
      <ScreenHead title="Deposits" note={asOf && `as of ${utcTime(asOf)}`}>
        <CsvButton sheet={sheet} />
        <CopyLinkButton />
      </ScreenHead>
      <Summary />
      <section className="card" aria-label="Deposits">
        <DepositFilters filter={filter} />
        {stands && (
          <p className="outdated" role="status">
            The list stands still while you read older rows.{' '}
            <button
              type="button"
              className="button plain"
              onClick={() => void queryClient.resetQueries({ queryKey: depositsQuery(filter).queryKey })}
            >
              Show the newest
            </button>
          </p>
        )}
        <Answered answer={deposits} what="the deposits" rows={14}>
          {() => {
            if (items.length > 0) {
              return (
                <>
                  <DepositTable deposits={items} />
                  <MoreRows list={deposits} shown={items.length} />
                </>
              );
            }
            return Object.values(filter).some(Boolean) ? (
              <Empty title="No deposit matches these filters">Clear one of them above.</Empty>
            ) : (
              <Empty title="No deposit yet">
                The first transfer to a registered address appears here within a block.
              </Empty>
            );
          }}
        </Answered>
      </section>
    </>
  );
}

function Summary() {
  const summary = useQuery(depositSummaryQuery).data;
  if (!summary) return null;
  const count = (value: number) => value.toLocaleString('en');
  return (
    <Strip
      items={[
        { label: 'Pending', value: count(summary.pending), note: 'seen or confirmed' },
        { label: 'Credited to clients', value: count(summary.credited) },
        { label: 'Reverted', value: count(summary.reverted), note: 'times that a block took one back' },
      ]}
    />
  );
}

function DepositTable({ deposits }: { deposits: Deposit[] }) {
  const assets = useAssets();
  const now = useNow();
  return (
    <Table
      label="Deposits, newest first"
      columns={[
        { head: 'Block time, UTC' },
        { head: 'Client', wide: true },
        { head: 'Amount', kind: 'amount' },
        { head: 'From', wide: true },
        { head: 'To', wide: true },
        { head: 'Block', kind: 'end', wide: true },
        { head: 'State' },
        { head: 'Waiting', kind: 'end', wide: true },
      ]}
    >
      {deposits.map((deposit) => {
        const waiting = waitingSince(deposit);
        return (
          <Fragment key={deposit.transferId}>
            <tr>
              <td>
                <Link className="row-link" to="/deposits/$transferId" params={{ transferId: deposit.transferId }}>
                  <Moment at={deposit.block?.time ?? deposit.seenAt} />
                </Link>
              </td>
              <td className="wide">
                <Owner deposit={deposit} />
              </td>
              <td className="amount-cell">
                <Amount units={deposit.amount} asset={assets.of(deposit.assetId)} />
              </td>
              <td className="wide">
                <Reference value={deposit.from} />
              </td>
              <td className="wide">
                <Reference value={deposit.address} />
              </td>
              <td className="end wide">{deposit.block?.height.toLocaleString('en') ?? '—'}</td>
              <td>
                <DepositSteps deposit={deposit} />
                <DepositStateLabel deposit={deposit} />
              </td>
              <td className="end wide dim">{waiting ? duration(now - new Date(waiting).getTime()) : 'done'}</td>
            </tr>
            <SecondLine span={8}>
              <Owner deposit={deposit} />
              <span>
                to <Reference value={deposit.address} copy={false} />
              </span>
              {deposit.block && <span>block {deposit.block.height.toLocaleString('en')}</span>}
              {waiting && <span>waiting {duration(now - new Date(waiting).getTime())}</span>}
            </SecondLine>
          </Fragment>
        );
      })}
    </Table>
  );
}

function useSheet(deposits: Deposit[]): () => Sheet {
  const assets = useAssets();
  return () => ({
    file: 'deposits',
    head: ['seen', 'transfer', 'client', 'amount', 'asset', 'from', 'to', 'block', 'state', 'credited'],
    rows: deposits.map((deposit) => [
      deposit.seenAt ?? '',
      deposit.transferId,
      deposit.clientId ?? '',
      exactAmount(deposit.amount, assets.of(deposit.assetId)?.decimals ?? 0),
      assets.of(deposit.assetId)?.symbol ?? deposit.assetId,
      deposit.from,
      deposit.address,
      String(deposit.block?.height ?? ''),
      deposit.state,
      deposit.creditedAt ?? '',
    ]),
  });
}
