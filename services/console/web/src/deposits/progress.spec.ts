import { stateName, stepsOf, waitingSince } from './progress';

const seen = {
  state: 'seen' as const,
  kind: 'client' as const,
  seenAt: '2026-11-23T10:00:00Z',
  confirmedAt: null,
  finalizedAt: null,
  revertedAt: null,
  creditedAt: null,
};
const final = {
  ...seen,
  state: 'finalized' as const,
  confirmedAt: '2026-11-23T10:00:04Z',
  finalizedAt: '2026-11-23T10:00:20Z',
};

it('calls no deposit credited before the ledger booked it', () => {
  expect(stateName(final)).toBe('Finalized');
  expect(stateName({ ...final, creditedAt: '2026-11-23T10:00:21Z' })).toBe('Credited');
});

it('calls no money credited that no client was credited with', () => {
  const suspense = { ...final, kind: 'suspense' as const };
  expect(stateName(suspense)).toBe('In suspense');
  expect(stepsOf(suspense).at(-1)).toMatchObject({ name: 'In suspense', at: final.finalizedAt });
  expect(waitingSince(suspense)).toBeNull();
  expect(stateName({ ...final, kind: 'capital' })).toBe('Capital');
});

it('measures each step from the one before', () => {
  expect(stepsOf({ ...final, creditedAt: '2026-11-23T10:00:21Z' }).map((step) => step.tookMs)).toEqual([
    null,
    4000,
    17000,
  ]);
});

it('ends a reverted life at its revert, with no credit ahead', () => {
  const reverted = { ...seen, state: 'reverted' as const, revertedAt: '2026-11-23T10:00:06Z' };
  expect(stepsOf(reverted).map((step) => [step.name, step.tookMs])).toEqual([
    ['Seen', null],
    ['Confirmed', null],
    ['Reverted', 6000],
  ]);
  expect(waitingSince(reverted)).toBeNull();
});

it('waits since its last step', () => {
  expect(waitingSince(seen)).toBe(seen.seenAt);
  expect(waitingSince(final)).toBe(final.finalizedAt);
});
