import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { Asset, DepositWithEvents } from '../api';
import { between, duration } from '../live/time';
import { accountName } from '../ledger/account-name';
import { Amount } from '../ui/amount';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { linkedTraceQuery } from '../queries';
import { Fact } from '../ui/fact';
import { onwardOf } from './onward';
import { isBoundary } from '../trace/place-name';
import { AwaitedSweep, MovementStep, nameOf } from './onward-steps';
import { settledAt, stepsOf, waitingSince, type Step } from './progress';

/** A deposit in more pieces than this is read in its trace. */
const MOST_MOVEMENTS = 4;

/** The steps from left to right (downwards on a narrow page), the open one counting its wait. */
export function LifeLine({
  deposit,
  asset,
  now,
}: {
  deposit: DepositWithEvents;
  asset: Asset | undefined;
  now: number;
}) {
  const steps = stepsOf(deposit);
  const open = steps.findIndex((step) => step.at === null);
  const waiting = waitingSince(deposit);
  return (
    <ol className="life">
      {steps.map((step, index) => (
        <li key={step.name} className={classOf(steps, index, waiting !== null && index === open)}>
          <p className="life-head">
            {step.name}
            {step.at && <Moment at={step.at} />}
          </p>
          <p className="dwell">
            {step.tookMs !== null && `after ${duration(step.tookMs)}`}
            {index === open && waiting && `waiting for ${between(waiting, now)}`}
            {step.at === null && !(index === open && waiting) && 'not reached'}
            {index === 0 && step.at && (deposit.late ? 'found late, by a backfill' : 'first time in a block')}
          </p>
          <dl className="facts">{step.at && <Facts step={step.name} deposit={deposit} />}</dl>
        </li>
      ))}
      {asset && settledAt(deposit) && <Onwards deposit={deposit} asset={asset} now={now} />}
    </ol>
  );
}

/** The steps after the credit: each movement that took coins of the deposit on, and where most of it lies now. */
function Onwards({ deposit, asset, now }: { deposit: DepositWithEvents; asset: Asset; now: number }) {
  const { data: trace, error } = useQuery(
    linkedTraceQuery(asset.assetId, 'forward', { transferId: deposit.transferId }),
  );
  if (!trace) {
    return (
      <li>
        <p className="life-head">Swept</p>
        <p className="dwell">{error ? 'cannot be read now' : 'reading…'}</p>
      </li>
    );
  }
  const { nodes } = trace.custody;
  const remainder = trace.custody.remainder.filter(({ node }) => !isBoundary(node));
  const movements = onwardOf(trace.custody);
  const most = remainder.toSorted((a, b) => (BigInt(a.amount) < BigInt(b.amount) ? 1 : -1))[0];
  const shown = movements.slice(0, MOST_MOVEMENTS);
  return (
    <>
      {movements.length === 0 && <AwaitedSweep deposit={deposit} now={now} />}
      {shown.map((movement, index) => (
        <MovementStep
          key={movement.flowId}
          movement={movement}
          since={shown[index - 1]?.at ?? settledAt(deposit)}
          nodes={nodes}
          asset={asset}
        />
      ))}
      {most && movements.length > 0 && (
        <li className="here">
          <p className="life-head">Lies at {nameOf(most.node, nodes)}</p>
          <p className="dwell">
            for {between(most.effectiveAt, now)}
            {remainder.length > 1 && `, the largest of ${remainder.length} parts`}
            {movements.length > shown.length && `, after ${movements.length - shown.length} more movements`}
          </p>
          <dl className="facts">
            <Fact name="Amount">
              <Amount units={most.amount} asset={asset} />
            </Fact>
            <Fact name="Balance">
              <Link to="/ledger" search={{ book: asset.assetId, account: most.node }} title={most.node}>
                {accountName(most.node).name}
              </Link>
            </Fact>
          </dl>
        </li>
      )}
    </>
  );
}

function classOf(steps: Step[], index: number, next: boolean): string {
  const { name, at } = steps[index]!;
  if (name === 'Reverted') return 'bad';
  const joined = at !== null && (steps[index + 1]?.at || name === 'Credited') ? 'joined' : '';
  return at !== null ? `done ${joined}` : next ? 'next' : '';
}

function Facts({ step, deposit }: { step: Step['name']; deposit: DepositWithEvents }) {
  const settled = isSettled(step);
  const block = eventBlock(step, deposit) ?? deposit.block;
  return (
    <>
      {block && <Fact name="Block">{block.height.toLocaleString('en')}</Fact>}
      {block && (
        <Fact name="Hash">
          <Reference value={block.hash} what="block hash" />
        </Fact>
      )}
      {step === 'Confirmed' && deposit.state === 'confirmed' && (
        <Fact name="Depth">{deposit.confirmations.toLocaleString('en')} blocks</Fact>
      )}
      {settled && <Fact name="Depth">{deposit.confirmations.toLocaleString('en')} blocks</Fact>}
      {settled && deposit.entryIds.length > 0 && (
        <Fact name="Entry">
          <Link
            to="/ledger"
            search={{ book: deposit.assetId, account: accountOf(deposit), entry: deposit.entryIds.at(-1)! }}
          >
            <Reference value={deposit.entryIds.at(-1)!} what="entry id" copy={false} />
          </Link>
        </Fact>
      )}
      {settled && (
        <Fact name="Booked to">
          <Link to="/ledger" search={{ book: deposit.assetId, account: accountOf(deposit) }}>
            {accountName(accountOf(deposit)).name}
          </Link>
        </Fact>
      )}
      {step === 'Reverted' && <Fact name="Times reverted">{deposit.occurrence + 1}</Fact>}
    </>
  );
}

const isSettled = (step: Step['name']) => step !== 'Seen' && step !== 'Confirmed' && step !== 'Reverted';

/** The account that a deposit ends on: its client's, or the one that holds it until somebody resolves whose it is. */
function accountOf({ kind, clientId, transferId }: DepositWithEvents): string {
  if (kind === 'capital') return 'equity:h:capital';
  return kind === 'client' ? `liabilities:c:available:${clientId}` : `liabilities:c:suspense:${transferId}`;
}

/** The account on whose statement all entries of a deposit stand, from its first on. */
export function passedThrough(deposit: DepositWithEvents): string {
  const { kind, clientId, transferId } = deposit;
  return kind === 'client' ? `liabilities:c:pending:${clientId}:${transferId}` : accountOf(deposit);
}

function eventBlock(step: Step['name'], { events }: DepositWithEvents) {
  const type = isSettled(step) ? 'Finalized' : step;
  return events.findLast((event) => event.type.endsWith(type))?.block;
}
