import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Asset, SweepDetail } from '../api';
import { useNow } from '../live/use-now';
import { duration } from '../live/time';
import { sweepQuery, useAssets } from '../queries';
import { mandateVersionQuery } from '../registry/registry-queries';
import { Amount, Figure } from '../ui/amount';
import { Card, Strip } from '../ui/card';
import { CopyLinkButton } from '../ui/copy-button';
import { ChevronIcon } from '../ui/icons';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { ScreenHead } from '../ui/screen-head';
import { shortened } from '../ui/shortened';
import { AnsweredScreen, Empty } from '../ui/states';
import { Table } from '../ui/table';
import { Attempts } from './attempts';
import { End } from './ends';
import { FlowEntries } from './flow-entries';
import { SweepActions } from './sweep-actions';
import { SweepHistory } from './sweep-history';
import { SWEEP_KINDS, SweepState, UNSIGNED } from './sweep-state';
import './sweeps.css';

const route = getRouteApi('/sweeps/$flowId');

/** One movement of ours: how far it is, who approved it, how it was sent, and what the books say. */
export function SweepScreen() {
  const { flowId } = route.useParams();
  const sweep = useQuery(sweepQuery(flowId));
  const name = sweep.data ? SWEEP_KINDS[sweep.data.kind] : 'Movement';
  return (
    <>
      <ScreenHead
        title={`${name} ${shortened(flowId).filter(Boolean).join('…')}`}
        trail={
          <span className="trail">
            <Link to="/sweeps">Sweeps</Link>
            <ChevronIcon />
          </span>
        }
      >
        <CopyLinkButton />
      </ScreenHead>
      <AnsweredScreen answer={sweep} what="this movement" rows={10} missing={<Unknown />}>
        {(data) => <Movement sweep={data} />}
      </AnsweredScreen>
    </>
  );
}

function Unknown() {
  return (
    <Empty title="No such movement">
      Check the link, or look for it among all <Link to="/sweeps">Sweeps</Link>.
    </Empty>
  );
}

function Movement({ sweep }: { sweep: SweepDetail }) {
  const assets = useAssets();
  const asset = assets.of(sweep.assetId);
  const feeAsset = assets.of(sweep.feeAssetId);
  return (
    <>
      <Strip
        items={[
          { label: 'Amount', value: <Figure units={sweep.amount} asset={asset} /> },
          { label: 'State', value: <SweepState state={sweep.state} />, note: <TimeLeft sweep={sweep} /> },
        ]}
      />
      <Card title="States" note="UTC" actions={<SweepActions sweep={sweep} asset={asset} />}>
        {(sweep.waitingFor ?? sweep.reason) && (
          <p className="sweep-reason">
            {sweep.waitingFor ? `It waits: ${sweep.waitingFor}` : `It ended: ${sweep.reason}`}
          </p>
        )}
        <SweepHistory history={sweep.history} />
      </Card>
      <div className="sweep-pair">
        <Card title="Terms" note="what is approved">
          <Terms sweep={sweep} asset={asset} feeAsset={feeAsset} />
        </Card>
        <Card title="Approvals" note={sweep.approvals.length}>
          <Approvals sweep={sweep} />
        </Card>
      </div>
      <Card title="Attempts" note={sweep.attempts.length}>
        <Attempts attempts={sweep.attempts} feeAsset={feeAsset} />
      </Card>
      <Card title="Inputs" note="deposits that it draws on, first in first out">
        <Inputs inputs={sweep.inputs} asset={asset} />
      </Card>
      <Card title="Entries" note="in the books">
        <FlowEntries flowId={sweep.flowId} />
      </Card>
    </>
  );
}

/** Until when it may be signed; of no interest once it is. */
function TimeLeft({ sweep: { deadline, state } }: { sweep: SweepDetail }) {
  const now = useNow();
  if (!UNSIGNED.includes(state)) return null;
  const left = Date.parse(deadline) - now;
  return left > 0 ? `${duration(left)} left to sign` : 'past its deadline';
}

function Terms({
  sweep,
  asset,
  feeAsset,
}: {
  sweep: SweepDetail;
  asset: Asset | undefined;
  feeAsset: Asset | undefined;
}) {
  const { from, to, estimatedFee, maxFee, limit, automaticUpTo } = sweep;
  return (
    <dl className="terms">
      <dt>From</dt>
      <dd>
        <End end={from} />
      </dd>
      <dt>To</dt>
      <dd>
        <End end={to} />
      </dd>
      <dt>Made by</dt>
      <dd>{sweep.maker}</dd>
      <dt>Estimated fee</dt>
      <dd>{estimatedFee === null ? '—' : <Amount units={estimatedFee} asset={feeAsset} copy />}</dd>
      <dt>Maximum fee</dt>
      <dd>
        <Amount units={maxFee} asset={feeAsset} copy />
      </dd>
      <dt>Limit</dt>
      <dd>
        <Amount units={limit} asset={asset} copy />
      </dd>
      <dt>Without a person up to</dt>
      <dd>
        <Amount units={automaticUpTo} asset={asset} copy />
      </dd>
      <dt>Mandate</dt>
      <dd>
        <Link to="/registry" search={{ view: 'mandates', id: sweep.mandateId }}>
          {sweep.mandateId}, version {sweep.mandateVersion}
        </Link>
      </dd>
      <dt>Deadline</dt>
      <dd>
        <Moment at={sweep.deadline} />
      </dd>
      <dt>Digest</dt>
      <dd>
        <Reference value={sweep.digest} what="digest" />
      </dd>
      <dt>Flow</dt>
      <dd>
        <Reference value={sweep.flowId} what="flow id" />
      </dd>
    </dl>
  );
}

function Approvals({ sweep }: { sweep: SweepDetail }) {
  const { approvals, needsApproval, state, flowId } = sweep;
  if (approvals.length > 0) {
    return (
      <Table label="Approvals" columns={[{ head: 'Approver' }, { head: 'Time, UTC' }, { head: 'Digest' }]}>
        {approvals.map(({ approver, approvedAt, digest }) => (
          <tr key={approver}>
            <td>{approver}</td>
            <td>
              <Moment at={approvedAt} />
            </td>
            <td>
              <Reference value={digest} what="digest" />
            </td>
          </tr>
        ))}
      </Table>
    );
  }
  if (!needsApproval) return <GivenBefore sweep={sweep} />;
  return (
    <Empty title="None yet">
      {state === 'PENDING_APPROVAL' ? (
        <>
          It waits in{' '}
          <Link to="/approvals" search={{ item: `sweep:${flowId}` }}>
            Approvals
          </Link>
          .
        </>
      ) : (
        'Nobody approved it.'
      )}
    </Empty>
  );
}

/** It needed no person: the standing mandate, and the two who gave it. */
function GivenBefore({ sweep: { mandateId, mandateVersion } }: { sweep: SweepDetail }) {
  const mandate = useQuery(mandateVersionQuery(mandateId, mandateVersion)).data;
  return (
    <Empty title="None needed">
      <Link to="/registry" search={{ view: 'mandates', id: mandateId }}>
        Mandate {mandateId}
      </Link>{' '}
      lets it move
      {mandate && (
        <>
          : proposed by {mandate.maker}, approved by {mandate.checker}, <Moment at={mandate.changedAt} />
        </>
      )}
      .
    </Empty>
  );
}

function Inputs({ inputs, asset }: { inputs: SweepDetail['inputs']; asset: Asset | undefined }) {
  if (inputs.length === 0)
    return <Empty title="None">It moves no deposit: what it pays was the wallet&apos;s own.</Empty>;
  return (
    <Table label="Inputs" columns={[{ head: 'Deposit' }, { head: 'Of it', kind: 'amount' }]}>
      {inputs.map(({ transferId, amount }) => (
        <tr key={transferId}>
          <td>
            <Link to="/deposits/$transferId" params={{ transferId }}>
              <Reference value={transferId.split('/').at(-2) ?? transferId} what="transaction" copy={false} />
            </Link>
          </td>
          <td className="amount-cell">
            <Amount units={amount} asset={asset} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
