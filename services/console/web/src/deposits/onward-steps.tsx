import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Asset, DepositWithEvents, Sweep, TraceNode } from '../api';
import { between } from '../live/time';
import { sweepQuery, sweepsAtQuery } from '../queries';
import { mandateVersionQuery } from '../registry/registry-queries';
import { stateText } from '../sweeps/sweep-state';
import { placeName } from '../trace/place-name';
import { Amount } from '../ui/amount';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { SweepLink } from '../ui/sweep-link';
import { Fact } from '../ui/fact';
import { underWay, type Onward } from './onward';

interface MovementStepProps {
  movement: Onward;
  /** when the step before was reached */
  since: string | null;
  nodes: readonly TraceNode[];
  asset: Asset;
}

/** A movement that took the deposit on: into which wallet, and who let it. */
export function MovementStep({ movement, since, nodes, asset }: MovementStepProps) {
  const sweep = useQuery(sweepQuery(movement.flowId)).data;
  const mined = sweep?.attempts.find(({ block }) => block !== null);
  return (
    <li className="done joined">
      <p className="life-head">
        {movement.kind === 'sweep' ? 'Swept' : 'Moved'}
        <Moment at={movement.at} />
      </p>
      <p className="dwell">
        {since && `after ${between(since, movement.at)}, `}to {nameOf(movement.to, nodes)}
      </p>
      <dl className="facts">
        {sweep && <Approval sweep={sweep} />}
        <Fact name={movement.kind === 'sweep' ? 'Sweep' : 'Movement'}>
          <SweepLink flowId={movement.flowId}>…{movement.flowId.slice(-6)}</SweepLink>
        </Fact>
        {mined?.block && <Fact name="Block">{mined.block.height.toLocaleString('en')}</Fact>}
        {movement.tx && (
          <Fact name="Tx">
            <Reference value={movement.tx} what="transaction" />
          </Fact>
        )}
        <Fact name="Moved">
          <Amount units={movement.amount} asset={asset} />
        </Fact>
        <Fact name="Entry">
          <Link to="/ledger" search={{ book: asset.assetId, account: movement.to, entry: movement.entryId }}>
            <Reference value={movement.entryId} what="entry id" copy={false} />
          </Link>
        </Fact>
      </dl>
    </li>
  );
}

/** The persons who let it move; where it needed none, its mandate and who gave that. */
function Approval({ sweep }: { sweep: Sweep }) {
  const { needsApproval, approvers, mandateId, mandateVersion } = sweep;
  const mandate = useQuery({ ...mandateVersionQuery(mandateId, mandateVersion), enabled: !needsApproval }).data;
  if (needsApproval) return <Fact name="Approved by">{approvers.join(', ') || 'nobody yet'}</Fact>;
  return (
    <>
      <Fact name="Mandate">
        <Link to="/registry" search={{ view: 'mandates', id: mandateId }}>
          {mandateId} v{mandateVersion}
        </Link>
      </Fact>
      {mandate && (
        <Fact name="Approved by">
          {mandate.checker} <span className="note">for {mandate.maker}</span>
        </Fact>
      )}
    </>
  );
}

/** A deposit that nothing moved yet: whether a sweep is under way, and what it waits for. */
export function AwaitedSweep({ deposit, now }: { deposit: DepositWithEvents; now: number }) {
  const sweeps = useQuery(sweepsAtQuery(deposit.assetId, deposit.address)).data ?? [];
  const sweep = underWay(sweeps, deposit);
  const since = sweep?.plannedAt ?? deposit.finalizedAt;
  return (
    <li className={sweep ? 'next' : ''}>
      <p className="life-head">Swept</p>
      <p className="dwell">
        {sweep ? `${stateText(sweep.state).toLowerCase()}, for ${between(sweep.updatedAt, now)}` : 'not yet'}
        {!sweep && since && `, at its address for ${between(since, now)}`}
      </p>
      {sweep && (
        <dl className="facts">
          <Fact name="Sweep">
            <SweepLink flowId={sweep.flowId}>…{sweep.flowId.slice(-6)}</SweepLink>
          </Fact>
          <Approval sweep={sweep} />
        </dl>
      )}
    </li>
  );
}

export function nameOf(id: string, nodes: readonly TraceNode[]): string {
  return placeName(
    id,
    nodes.find((node) => node.id === id),
  );
}
