import type { Deposit } from '../api';
import { settledAt, stateName } from './progress';

const TONES = { seen: 'open', confirmed: 'going', finalized: 'going', reverted: 'bad' } as const;

export function DepositStateLabel({ deposit }: { deposit: Deposit }) {
  const settled = deposit.kind === 'client' ? 'good' : 'open';
  const tone = settledAt(deposit) ? settled : TONES[deposit.state];
  return <span className={`state ${tone}`}>{stateName(deposit)}</span>;
}

/** The steps behind and ahead as dots; the words stand beside them. */
export function DepositSteps({ deposit }: { deposit: Deposit }) {
  if (deposit.state === 'reverted') {
    return (
      <span className="steps" aria-hidden="true">
        <i className="done" />
        <i className="bad" />
      </span>
    );
  }
  const done = settledAt(deposit) ? 3 : deposit.state === 'seen' ? 1 : 2;
  return (
    <span className="steps" aria-hidden="true">
      {[1, 2, 3].map((step) => (
        <i key={step} className={step <= done ? 'done' : step === done + 1 ? 'next' : ''} />
      ))}
    </span>
  );
}

export function Owner({ deposit }: { deposit: Pick<Deposit, 'kind' | 'clientId'> }) {
  if (deposit.clientId) return <span>{deposit.clientId}</span>;
  return <span className="dim">{deposit.kind === 'capital' ? 'House capital' : 'Nobody’s yet'}</span>;
}
