import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Asset, SweepDetail } from '../api';
import { duration } from '../live/time';
import { useNow } from '../live/use-now';
import { shareOf } from '../money/amount';
import { tidyAmount } from '../money/tidy-amount';
import { sweepQuery, useAssets } from '../queries';
import { End } from '../sweeps/ends';
import { SWEEP_KINDS, stateText, SweepState } from '../sweeps/sweep-state';
import { Amount, Figure } from '../ui/amount';
import { Card } from '../ui/card';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { AnsweredScreen, Empty } from '../ui/states';
import { Decision } from './decision';

/** A movement over its limit, or by hand: what it costs, what permits it, and the decision. */
export function SweepDecision({ flowId }: { flowId: string }) {
  const sweep = useQuery(sweepQuery(flowId));
  const assets = useAssets();
  return (
    <AnsweredScreen answer={sweep} what="this movement" missing={<Empty title="No such movement" />}>
      {(data) => <Matter sweep={data} asset={assets.of(data.assetId)} feeAsset={assets.of(data.feeAssetId)} />}
    </AnsweredScreen>
  );
}

interface Terms {
  sweep: SweepDetail;
  asset: Asset | undefined;
  feeAsset: Asset | undefined;
}

function Matter({ sweep, asset, feeAsset }: Terms) {
  const now = useNow();
  const left = Date.parse(sweep.deadline) - now;
  const isOpen = sweep.state === 'PENDING_APPROVAL';
  return (
    <Card
      title={SWEEP_KINDS[sweep.kind]}
      note={<SweepState state={sweep.state} />}
      actions={
        <Link className="button" to="/sweeps/$flowId" params={{ flowId: sweep.flowId }}>
          Its attempts and entries
        </Link>
      }
    >
      <div className="matter-head">
        <Figure units={sweep.amount} asset={asset} />
        <span className={left < 300_000 ? 'late' : 'note'}>
          {isOpen && (left > 0 ? `${duration(left)} left to sign` : 'past its deadline')}
        </span>
      </div>
      <dl className="terms">
        <dt>From</dt>
        <dd>
          <End end={sweep.from} />
        </dd>
        <dt>To</dt>
        <dd>
          <End end={sweep.to} />
        </dd>
        <dt>Made by</dt>
        <dd>
          {sweep.maker} <Moment at={sweep.plannedAt} />
        </dd>
        <dt>Estimated fee</dt>
        <dd>{sweep.estimatedFee === null ? '—' : <Amount units={sweep.estimatedFee} asset={feeAsset} copy />}</dd>
        <dt>Maximum fee</dt>
        <dd>
          <Amount units={sweep.maxFee} asset={feeAsset} copy />
        </dd>
        <dt>Limit</dt>
        <dd>
          <Amount units={sweep.limit} asset={asset} copy />
          <Share part={sweep.amount} whole={sweep.limit} />
        </dd>
        <dt>Without a person up to</dt>
        <dd>
          <Amount units={sweep.automaticUpTo} asset={asset} copy />
        </dd>
        <dt>Mandate</dt>
        <dd>
          <Link to="/registry" search={{ view: 'mandates', id: sweep.mandateId }}>
            {sweep.mandateId}, version {sweep.mandateVersion}
          </Link>{' '}
          <span className="note">changed last by {sweep.mandateEditor}</span>
        </dd>
        <dt>Draws on</dt>
        <dd>{sweep.inputs.length === 1 ? '1 deposit' : `${sweep.inputs.length} deposits`}</dd>
        <dt>Digest</dt>
        <dd>
          <Reference value={sweep.digest} what="digest" />
        </dd>
      </dl>
      {!isOpen && (
        <Decided>
          {stateText(sweep.state)}
          {sweep.approvers.length > 0 && `; approved by ${sweep.approvers.join(', ')}`}
          {sweep.reason && `: ${sweep.reason}`}
        </Decided>
      )}
      <Decision
        item={{ key: sweep.flowId, sweep }}
        path={`/sweeps/${encodeURIComponent(sweep.flowId)}`}
        digest={sweep.digest}
        isOpen={isOpen}
      >
        {SWEEP_KINDS[sweep.kind]} of {tidyAmount(sweep.amount, asset?.decimals ?? 0)} {asset?.symbol} from{' '}
        {sweep.from.walletId} to {sweep.to.walletId}, for {tidyAmount(sweep.maxFee, feeAsset?.decimals ?? 0)}{' '}
        {feeAsset?.symbol} of fee at most.
      </Decision>
    </Card>
  );
}

/** How much of what one movement may carry this one does. */
function Share({ part, whole }: { part: string; whole: string }) {
  return <span className="note"> of which this takes {(shareOf(part, whole) / 100).toFixed(1)} %</span>;
}

export function Decided({ children }: { children: React.ReactNode }) {
  return (
    <p className="decided" role="status">
      {children}
    </p>
  );
}
