import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ApiError } from '../api';
import { duration } from '../live/time';
import { useNow } from '../live/use-now';
import { briefAmount, exactAmount } from '../money/amount';
import { useAssets } from '../queries';
import { CHANGE_KINDS } from '../registry/registry-queries';
import { Ends } from '../sweeps/ends';
import { SWEEP_KINDS } from '../sweeps/sweep-state';
import { CopyLinkButton } from '../ui/copy-button';
import { CsvButton, type Sheet } from '../ui/csv-button';
import { ScreenHead } from '../ui/screen-head';
import { AnsweredScreen, Empty } from '../ui/states';
import { useKeys } from '../ui/use-keys';
import './approvals.css';
import { ChangeDecision } from './change-decision';
import { neighbour, type Waiting } from './inbox';
import { SweepDecision } from './sweep-decision';
import { useWaiting } from './waiting-query';

const route = getRouteApi('/approvals');

/** What waits for a second person, in one inbox: movements, mandates and changes of the registry. */
export function ApprovalsScreen() {
  const { answer, partly } = useWaiting();
  const sheet = useSheet(answer.data ?? []);
  return (
    <>
      <ScreenHead title="Approvals" note={answer.data && `${answer.data.length} waiting`}>
        <CsvButton sheet={sheet} />
        <CopyLinkButton />
      </ScreenHead>
      <AnsweredScreen answer={answer} what="what waits for approval">
        {(items) => (
          <>
            {partly instanceof ApiError && (
              <p className="outdated" role="status">
                Not everything is shown: {partly.message}
              </p>
            )}
            <Inbox items={items} />
          </>
        )}
      </AnsweredScreen>
    </>
  );
}

function Inbox({ items }: { items: Waiting[] }) {
  const { item } = route.useSearch();
  const navigate = route.useNavigate();
  const detail = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  // What was chosen by a link stays although somebody has decided it meanwhile.
  const key = item ?? items[0]?.key;
  const go = (steps: number) => {
    const next = neighbour(items, key, steps);
    if (next) void navigate({ search: { item: next.key }, replace: true });
  };
  useKeys({ j: () => go(1), k: () => go(-1), Enter: () => detail.current?.focus() });
  useEffect(() => {
    list.current?.querySelector('[data-chosen=true]')?.scrollIntoView({ block: 'nearest' });
  }, [key]);

  if (key === undefined) {
    return (
      <section className="card">
        <Empty title="Nothing waits for approval">
          A movement over its mandate&apos;s automatic amount, and every proposed change, appears here.
        </Empty>
      </section>
    );
  }
  return (
    <div className="inbox">
      <section className="card" aria-label="What waits">
        {items.length === 0 && <Empty title="Nothing else waits" />}
        <ol className="inbox-list" ref={list}>
          {items.map((each) => (
            <li key={each.key}>
              <Link
                to="/approvals"
                search={{ item: each.key }}
                replace
                data-chosen={each.key === key}
                aria-current={each.key === key ? 'true' : undefined}
              >
                <Line item={each} />
              </Link>
            </li>
          ))}
        </ol>
        <p className="inbox-keys note">
          <kbd>j</kbd> <kbd>k</kbd> next, previous <kbd>Enter</kbd> open <kbd>a</kbd> approve <kbd>r</kbd> reject
        </p>
      </section>
      <div ref={detail} tabIndex={-1} className="inbox-detail" role="region" aria-label="To decide">
        {key.startsWith('sweep:') ? (
          <SweepDecision key={key} flowId={key.slice('sweep:'.length)} />
        ) : (
          <ChangeDecision key={key} changeId={Number(key.slice('change:'.length))} />
        )}
      </div>
    </div>
  );
}

function Line({ item: { sweep, change } }: { item: Waiting }) {
  const assets = useAssets();
  const now = useNow();
  if (!sweep) {
    return (
      <>
        <span className="inbox-what">{CHANGE_KINDS[change.kind] ?? change.kind}</span>
        <span className="inbox-amount">{change.itemCount > 1 && `${change.itemCount} items`}</span>
        <span className="inbox-of">{change.about.slice(0, 2).join(', ')}</span>
        <span className="inbox-left">{duration(now - Date.parse(change.proposedAt))} old</span>
      </>
    );
  }
  const asset = assets.of(sweep.assetId);
  const left = Date.parse(sweep.deadline) - now;
  return (
    <>
      <span className="inbox-what">{SWEEP_KINDS[sweep.kind]}</span>
      <span className="inbox-amount">
        {briefAmount(sweep.amount, asset?.decimals ?? 0)} {asset?.symbol ?? 'units'}
      </span>
      <span className="inbox-of">
        <Ends from={sweep.from} to={sweep.to} />
      </span>
      <span className={`inbox-left ${left < 300_000 ? 'late' : ''}`}>
        {left > 0 ? `${duration(left)} left` : 'expired'}
      </span>
    </>
  );
}

function useSheet(items: Waiting[]): () => Sheet {
  const assets = useAssets();
  return () => ({
    file: 'approvals',
    head: ['id', 'kind', 'amount', 'asset', 'about', 'maker', 'deadline', 'digest'],
    rows: items.map(({ key, sweep, change }) => {
      if (!sweep) return [key, change.kind, '', '', change.about.join(' '), change.maker, '', change.digest];
      const asset = assets.of(sweep.assetId);
      return [
        key,
        sweep.kind,
        exactAmount(sweep.amount, asset?.decimals ?? 0),
        asset?.symbol ?? sweep.assetId,
        `${sweep.from.walletId} to ${sweep.to.walletId}`,
        sweep.maker,
        sweep.deadline,
        sweep.digest,
      ];
    }),
  });
}
