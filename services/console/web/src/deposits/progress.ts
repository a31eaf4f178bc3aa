import type { Deposit } from '../api';

const SETTLED = { client: 'Credited', suspense: 'In suspense', capital: 'Capital' } as const;
type Settled = (typeof SETTLED)[Deposit['kind']];

/** A step of a deposit's life, when it was reached, and how long the one before it lasted. */
export interface Step {
  name: 'Seen' | 'Confirmed' | 'Reverted' | Settled;
  at: string | null;
  /** time between the step before and this one; null while either is open */
  tookMs: number | null;
}

type Life = Pick<Deposit, 'state' | 'kind' | 'seenAt' | 'confirmedAt' | 'finalizedAt' | 'revertedAt' | 'creditedAt'>;

type End = Pick<Life, 'state' | 'kind' | 'creditedAt' | 'finalizedAt'>;

/** When its money came to rest: a client's with the booking of the credit, else where it is final. Null before. */
export function settledAt({ state, kind, creditedAt, finalizedAt }: End): string | null {
  if (state !== 'finalized') return null;
  return kind === 'client' ? creditedAt : finalizedAt;
}

/** What the list calls it. A client's that is final and not yet credited waits for the ledger. */
export function stateName(deposit: End): string {
  const { state, kind } = deposit;
  if (state === 'finalized') return settledAt(deposit) ? SETTLED[kind] : 'Finalized';
  return { seen: 'Seen', confirmed: 'Confirmed', reverted: 'Reverted' }[state];
}

export function stepsOf(deposit: Life): Step[] {
  const reached: [Step['name'], string | null][] = [
    ['Seen', deposit.seenAt],
    ['Confirmed', deposit.confirmedAt],
    ...(deposit.state === 'reverted'
      ? [['Reverted', deposit.revertedAt] satisfies [Step['name'], string | null]]
      : [[SETTLED[deposit.kind], settledAt(deposit)] satisfies [Step['name'], string | null]]),
  ];
  let before: string | null = null;
  return reached.map(([name, at]) => {
    const tookMs = before !== null && at !== null ? new Date(at).getTime() - new Date(before).getTime() : null;
    before = at ?? before;
    return { name, at, tookMs };
  });
}

/** Since when a deposit waits for its next step; null at the end of its life. */
export function waitingSince(deposit: Life): string | null {
  if (deposit.state === 'reverted' || settledAt(deposit)) return null;
  return deposit.finalizedAt ?? deposit.confirmedAt ?? deposit.seenAt;
}
