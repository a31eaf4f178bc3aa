/** Why value of ours moves to another address of ours. */
export type FlowKind = 'sweep' | 'top-up' | 'refill' | 'skim';

/** How far a flow has come; each is named as operations name it. */
export type FlowState =
  | 'PLANNED'
  | 'BUILT'
  | 'PENDING_APPROVAL'
  | 'APPROVED'
  | 'SIGNING'
  | 'SIGNED'
  | 'BROADCAST'
  | 'MINED'
  | 'SETTLED'
  | 'POLICY_DENIED'
  | 'EXPIRED'
  | 'CANCELLED'
  | 'FAILED'
  | 'REVERTED'
  | 'QUARANTINED';

/**
 * Where a flow may go from each state.
 *
 * Signing is the point of no return: from there only the chain ends a flow, be it by another transaction that uses the
 * nonce. What the chain has ended it may also take back, by a reorg past finality, so that even a settled or a failed
 * flow can be reverted and be mined again.
 */
export const TRANSITIONS: Readonly<Record<FlowState, readonly FlowState[]>> = {
  PLANNED: ['BUILT', 'POLICY_DENIED', 'EXPIRED', 'CANCELLED'],
  BUILT: ['PENDING_APPROVAL', 'APPROVED', 'POLICY_DENIED', 'EXPIRED', 'CANCELLED'],
  PENDING_APPROVAL: ['APPROVED', 'POLICY_DENIED', 'EXPIRED', 'CANCELLED'],
  APPROVED: ['SIGNING', 'POLICY_DENIED', 'EXPIRED', 'CANCELLED'],
  SIGNING: ['SIGNED', 'CANCELLED'],
  SIGNED: ['BROADCAST', 'REVERTED'],
  BROADCAST: ['MINED', 'FAILED', 'REVERTED', 'SETTLED', 'QUARANTINED'],
  MINED: ['BROADCAST', 'SETTLED', 'FAILED', 'REVERTED', 'QUARANTINED'],
  SETTLED: ['REVERTED'],
  FAILED: ['REVERTED'],
  REVERTED: ['MINED', 'SETTLED', 'FAILED', 'QUARANTINED'],
  QUARANTINED: ['SETTLED', 'FAILED', 'REVERTED'],
  POLICY_DENIED: [],
  EXPIRED: [],
  CANCELLED: [],
};

export const FLOW_STATES = Object.keys(TRANSITIONS) as readonly FlowState[];

/** The states in which nothing is signed: the flow can still be ended at no cost. */
export const UNSIGNED: readonly FlowState[] = ['PLANNED', 'BUILT', 'PENDING_APPROVAL', 'APPROVED'];

/** The states that keep the source leased: something may still move it. */
export const HOLDING: readonly FlowState[] = FLOW_STATES.filter((state) => !freesLease(state));

export function canGo(from: FlowState, to: FlowState): boolean {
  return TRANSITIONS[from].includes(to);
}

/**
 * Whether entering this state frees the source: it was never signed, or the chain has proven at finality what became
 * of its nonce. A reverted or a quarantined flow keeps it, since its signed bytes may yet be mined.
 */
export function freesLease(state: FlowState): boolean {
  return ['SETTLED', 'FAILED', 'POLICY_DENIED', 'EXPIRED', 'CANCELLED'].includes(state);
}
