import { canGo, FLOW_STATES, freesLease, HOLDING, TRANSITIONS, UNSIGNED, type FlowState } from './flow';

/** Every state that can follow, however long it takes. */
function reachable(from: FlowState, without: readonly FlowState[] = []): Set<FlowState> {
  const found = new Set<FlowState>();
  const ahead = [...TRANSITIONS[from]];
  for (let state = ahead.pop(); state; state = ahead.pop()) {
    if (found.has(state) || without.includes(state)) continue;
    found.add(state);
    ahead.push(...TRANSITIONS[state]);
  }
  return found;
}

it('every state can be reached from a plan', () => {
  expect([...reachable('PLANNED'), 'PLANNED'].sort()).toEqual([...FLOW_STATES].sort());
});

it('nothing is broadcast that was not approved and signed', () => {
  for (const step of ['APPROVED', 'SIGNING', 'SIGNED'] as const) {
    expect([step, reachable('PLANNED', [step]).has('BROADCAST')]).toEqual([step, false]);
  }
});

it('what is signed never becomes unsigned, and is never ended by a person or a clock', () => {
  for (const state of reachable('SIGNED')) expect([state, UNSIGNED.includes(state)]).toEqual([state, false]);
  for (const end of ['CANCELLED', 'EXPIRED', 'POLICY_DENIED'] as const) {
    expect([end, reachable('SIGNED').has(end)]).toEqual([end, false]);
  }
});

it('a flow that is out keeps its source leased until it settles or fails', () => {
  for (const state of ['SIGNING', 'SIGNED', 'BROADCAST', 'MINED', 'REVERTED', 'QUARANTINED'] as const) {
    expect([state, freesLease(state), HOLDING.includes(state)]).toEqual([state, false, true]);
  }
});

it('what never was signed frees its source, whichever way it ends', () => {
  for (const state of UNSIGNED) {
    const ends = TRANSITIONS[state].filter((next) => !UNSIGNED.includes(next) && next !== 'SIGNING');
    expect(ends.every(freesLease)).toBe(true);
  }
});

it('a reorg can take back what the chain had ended, and nothing else does', () => {
  expect(FLOW_STATES.filter((state) => freesLease(state) && TRANSITIONS[state].length > 0)).toEqual([
    'SETTLED',
    'FAILED',
  ]);
  expect(canGo('SETTLED', 'REVERTED')).toBe(true);
  expect(canGo('CANCELLED', 'PLANNED')).toBe(false);
});
