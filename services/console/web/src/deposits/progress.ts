import type { Deposit } from '../api';

/** A step of a deposit's life, when it was reached, and how long the one before it lasted. */
export interface Step {
  name: 'Seen' | 'Confirmed' | 'Credited' | 'Reverted';
  at: string | null;
  /** time between the step before and this one; null while either is open */
  tookMs: number | null;
}

type Life = Pick<Deposit, 'state' | 'kind' | 'seenAt' | 'confirmedAt' | 'finalizedAt' | 'revertedAt' | 'creditedAt'>;

/** What the list calls it. Final and booked is credited; final alone waits for the ledger. */
export function stateName({ state, creditedAt }: Pick<Life, 'state' | 'creditedAt'>): string {
  if (state === 'finalized') return creditedAt ? 'Credited' : 'Finalized';
  return { seen: 'Seen', confirmed: 'Confirmed', reverted: 'Reverted' }[state];
}

export function stepsOf(deposit: Life): Step[] {
  const reached: [Step['name'], string | null][] = [
    ['Seen', deposit.seenAt],
    ['Confirmed', deposit.confirmedAt],
    ...(deposit.state === 'reverted'
      ? [['Reverted', deposit.revertedAt] satisfies [Step['name'], string | null]]
      : [['Credited', deposit.creditedAt] satisfies [Step['name'], string | null]]),
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
  if (deposit.state === 'reverted' || deposit.creditedAt) return null;
  return deposit.finalizedAt ?? deposit.confirmedAt ?? deposit.seenAt;
}
