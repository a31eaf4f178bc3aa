/** Every state of a movement in the order of its life, then its exits: in words, and how it is coloured. */
export const SWEEP_STATES: Readonly<
  Record<string, readonly [text: string, tone: 'going' | 'good' | 'warn' | 'bad' | '']>
> = {
  PLANNED: ['Planned', 'going'],
  BUILT: ['Built', 'going'],
  PENDING_APPROVAL: ['Waits for approval', 'warn'],
  APPROVED: ['Approved', 'going'],
  SIGNING: ['Signing', 'going'],
  SIGNED: ['Signed', 'going'],
  BROADCAST: ['Broadcast', 'going'],
  MINED: ['In a block', 'going'],
  SETTLED: ['Settled', 'good'],
  POLICY_DENIED: ['Denied', ''],
  EXPIRED: ['Expired', ''],
  CANCELLED: ['Cancelled', ''],
  REVERTED: ['Taken back', 'bad'],
  FAILED: ['Failed', 'bad'],
  QUARANTINED: ['Outcome unknown', 'bad'],
};

export const SWEEP_KINDS = { sweep: 'Sweep', 'top-up': 'Gas top-up', refill: 'Refill', skim: 'Skim' } as const;

/** The states in which nothing is signed yet: a movement can still be cancelled. */
export const UNSIGNED: readonly string[] = ['PLANNED', 'BUILT', 'PENDING_APPROVAL', 'APPROVED'];

export const stateText = (state: string): string => SWEEP_STATES[state]?.[0] ?? state;

export function SweepState({ state }: { state: string }) {
  return <span className={`state ${SWEEP_STATES[state]?.[1] ?? ''}`}>{stateText(state)}</span>;
}
