import fc from 'fast-check';
import { splitRange } from './split-range';
import type { TimeRange } from './store/passages';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const times = fc
  .oneof(
    fc.integer({ min: 0, max: 5 * DAY_MS }),
    fc.integer({ min: 0, max: 120 }).map((n) => n * HOUR_MS),
    fc.integer({ min: 0, max: 5 }).map((n) => n * DAY_MS),
  )
  .map((ms) => new Date(ms));
const ranges = fc
  .tuple(fc.option(times, { nil: undefined }), fc.option(times, { nil: undefined }))
  .map(([a, b]): TimeRange => (a && b && a > b ? { from: b, to: a } : { from: a, to: b }));

const holds = ({ from, to }: TimeRange, time: Date) => (!from || from <= time) && (!to || time < to);

describe('a range split into days, hours and what is left', () => {
  it('has every moment of the range once and no other', () => {
    fc.assert(
      fc.property(ranges, times, (range, time) => {
        const { days, hours, rest } = splitRange(range);
        const found = [...days, ...hours, ...rest].filter((part) => holds(part, time)).length;
        expect(found).toBe(holds(range, time) ? 1 : 0);
      }),
      { numRuns: 5_000 },
    );
  });

  it('has days that begin at midnight, hours that begin at the hour, and less than two hours left', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const { days, hours, rest } = splitRange(range);
        const bounds = (parts: readonly TimeRange[]) =>
          parts.flatMap(({ from, to }) => [from, to].flatMap((t) => t ?? []));
        for (const bound of bounds(days)) expect(bound.getTime() % DAY_MS).toBe(0);
        for (const bound of bounds(hours)) expect(bound.getTime() % HOUR_MS).toBe(0);
        for (const { from, to } of rest) expect(Number(to) - Number(from)).toBeLessThan(2 * HOUR_MS);
      }),
    );
  });
});
