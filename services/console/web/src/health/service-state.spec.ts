import { faultsOf, stateOf } from './service-state';

const failing = { since: '2026-11-23T10:00:00Z', error: 'unsupported Unicode escape sequence' };
const pipeline = {
  consumers: [],
  deadLetters: { count: 0, parkedSubjects: 0 },
  outbox: { pending: 0, oldestSeconds: null },
};
const well = { ready: true, error: null, pipeline };

it('calls no service ready whose consuming or publishing fails', () => {
  expect(stateOf(well).word).toBe('Ready');
  const stuck = { ...well, pipeline: { ...pipeline, failing: { consuming: failing, publishing: null } } };
  expect(stateOf(stuck)).toEqual({ tone: 'bad', word: 'Failing' });
  expect(faultsOf(stuck)).toEqual([{ what: 'Consuming fails', ...failing }]);
});

it('says why a service is not ready, and what fails in one that is', () => {
  expect(stateOf({ ready: false, error: 'does not answer', pipeline: null }).tone).toBe('bad');
  expect(faultsOf({ ...well, error: 'WatchChain: refused' })).toEqual([
    { what: 'A part fails', since: null, error: 'WatchChain: refused' },
  ]);
});

it('calls no service ready that could not publish what it did', () => {
  const outbox = { pending: 0, oldestSeconds: null, setAside: 2 };
  const short = { ...well, pipeline: { ...pipeline, outbox } };
  expect(stateOf(short)).toEqual({ tone: 'warn', word: 'Failing in part' });
  expect(faultsOf(short)[0]?.error).toContain('2 events');
});
