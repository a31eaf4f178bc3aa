import fc from 'fast-check';
import { firstHeightSince } from './first-height-since';

it('finds the first block at or after a time, or the height after the last', async () => {
  const times = fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }).map((list) => list.sort((a, b) => a - b));
  await fc.assert(
    fc.asyncProperty(times, fc.nat(60), fc.nat(5), async (sorted, since, from) => {
      const to = from + sorted.length - 1;
      const timeOf = async (height: number) => new Date(sorted[height - from]!);
      const index = sorted.findIndex((time) => time >= since);
      const expected = index === -1 ? to + 1 : from + index;
      expect(await firstHeightSince(new Date(since), from, to, timeOf)).toBe(expected);
    }),
  );
});

it('asks for nothing where there is no block', async () => {
  const timeOf = async (): Promise<Date> => {
    throw new Error('no block to ask for');
  };
  expect(await firstHeightSince(new Date(), 7, 5, timeOf)).toBe(7);
});
