import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import type { Sweep } from '../api';
import { roleRefusal, useMe } from '../identity/session';
import { LIVE_PAGES, queryClient } from '../live/live';
import { exactAmount } from '../money/amount';
import { useAssets } from '../queries';
import { ActButton } from '../ui/act-button';
import { Amount } from '../ui/amount';
import { CopyLinkButton } from '../ui/copy-button';
import { CsvButton, type Sheet } from '../ui/csv-button';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { ScreenHead } from '../ui/screen-head';
import { Answered, Empty } from '../ui/states';
import { MoreRows, SecondLine, Table } from '../ui/table';
import { Ends, placeOf } from './ends';
import { PlanDialog } from './plan-dialog';
import { SweepFilters } from './sweep-filters';
import { sweepsQuery } from './sweep-queries';
import { SWEEP_KINDS, SweepState } from './sweep-state';
import './sweeps.css';

const route = getRouteApi('/sweeps');

/** Every movement of ours, the newest first. */
export function SweepsScreen() {
  const filter = route.useSearch();
  const sweeps = useInfiniteQuery(sweepsQuery(filter));
  const items = sweeps.data?.pages.flatMap((page) => page.items) ?? [];
  const [isPlanning, setPlanning] = useState(false);
  const stands = (sweeps.data?.pages.length ?? 0) > LIVE_PAGES;
  const sheet = useSheet(items);
  return (
    <>
      <ScreenHead title="Sweeps">
        <CsvButton sheet={sheet} />
        <CopyLinkButton />
        <ActButton primary refusal={roleRefusal(useMe(), 'operator')} onClick={() => setPlanning(true)}>
          Refill or skim
        </ActButton>
      </ScreenHead>
      <section className="card" aria-label="Sweeps">
        <SweepFilters filter={filter} />
        {stands && (
          <p className="outdated" role="status">
            The list stands still while you read older rows.{' '}
            <button
              type="button"
              className="button plain"
              onClick={() => void queryClient.resetQueries({ queryKey: sweepsQuery(filter).queryKey })}
            >
              Show the newest
            </button>
          </p>
        )}
        <Answered answer={sweeps} what="the sweeps" rows={14}>
          {() =>
            items.length > 0 ? (
              <>
                <SweepTable sweeps={items} />
                <MoreRows list={sweeps} shown={items.length} />
              </>
            ) : Object.values(filter).some(Boolean) ? (
              <Empty title="No movement matches these filters">Clear one of them above.</Empty>
            ) : (
              <Empty title="Nothing was moved yet">
                A sweep is planned once a deposit is final and reaches its mandate&apos;s threshold.
              </Empty>
            )
          }
        </Answered>
      </section>
      {isPlanning && <PlanDialog onClose={() => setPlanning(false)} />}
    </>
  );
}

function SweepTable({ sweeps }: { sweeps: Sweep[] }) {
  const assets = useAssets();
  return (
    <Table
      label="Sweeps, newest first"
      columns={[
        { head: 'Planned, UTC' },
        { head: 'Kind', wide: true },
        { head: 'Amount', kind: 'amount' },
        { head: 'From and to', wide: true },
        { head: 'State' },
        { head: 'Transaction', wide: true },
        { head: 'Maker', wide: true },
        { head: 'Approved by', wide: true },
      ]}
    >
      {sweeps.map((sweep) => (
        <Fragment key={sweep.flowId}>
          <tr>
            <td>
              <Link className="row-link" to="/sweeps/$flowId" params={{ flowId: sweep.flowId }}>
                <Moment at={sweep.plannedAt} />
              </Link>
            </td>
            <td className="wide">{SWEEP_KINDS[sweep.kind]}</td>
            <td className="amount-cell">
              <Amount units={sweep.amount} asset={assets.of(sweep.assetId)} />
            </td>
            <td className="wide">
              <Ends from={sweep.from} to={sweep.to} />
            </td>
            <td title={sweep.waitingFor ?? sweep.reason ?? undefined}>
              <SweepState state={sweep.state} />
            </td>
            <td className="wide">{sweep.txid && <Reference value={sweep.txid} what="transaction" />}</td>
            <td className="wide">{sweep.maker}</td>
            <td className="wide">{approvedBy(sweep)}</td>
          </tr>
          <SecondLine span={8}>
            <span>{SWEEP_KINDS[sweep.kind]}</span>
            <Ends from={sweep.from} to={sweep.to} />
            <span>{approvedBy(sweep)}</span>
          </SecondLine>
        </Fragment>
      ))}
    </Table>
  );
}

function approvedBy({ approvers, needsApproval }: Sweep): string {
  if (approvers.length > 0) return approvers.join(', ');
  return needsApproval ? 'nobody yet' : 'its mandate';
}

function useSheet(sweeps: Sweep[]): () => Sheet {
  const assets = useAssets();
  const decimalsOf = (assetId: string) => assets.of(assetId)?.decimals ?? 0;
  return () => ({
    file: 'sweeps',
    head: ['planned', 'flow', 'kind', 'state', 'amount', 'asset', 'from', 'to', 'transaction', 'maker', 'approvers'],
    rows: sweeps.map((sweep) => [
      sweep.plannedAt,
      sweep.flowId,
      sweep.kind,
      sweep.state,
      exactAmount(sweep.amount, decimalsOf(sweep.assetId)),
      assets.of(sweep.assetId)?.symbol ?? sweep.assetId,
      `${placeOf(sweep.from)} ${sweep.from.address}`,
      `${placeOf(sweep.to)} ${sweep.to.address}`,
      sweep.txid ?? '',
      sweep.maker,
      sweep.approvers.join(' '),
    ]),
  });
}
