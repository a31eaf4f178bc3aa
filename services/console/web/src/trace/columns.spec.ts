import { gridOf } from './columns';
import type { Lot } from './lots';

const lot = (...nodes: string[]): Lot => ({ number: 1, amount: '1', stops: nodes.map((node) => ({ node, by: null })) });
const rows = (direction: 'back' | 'forward', ...lots: Lot[]) =>
  gridOf(lots, direction).stops.map((row) => row.map((stop) => stop?.node ?? '').join('|'));

it('gives a place one column for all lots, however long their ways to it', () => {
  expect(rows('back', lot('a', 'address', 'sweep', 'hot'), lot('b', 'hot', 'cold'))).toEqual([
    'a|address|sweep|hot|',
    'b|||hot|cold',
  ]);
});

it('lets a lot come back to a place further on', () => {
  expect(rows('forward', lot('a', 'hot', 'cold', 'hot'))).toEqual(['a|hot|cold|hot']);
});

it('still goes from left to right where two lots pass two places in opposite order', () => {
  expect(rows('back', lot('hot', 'cold'), lot('cold', 'hot'))).toEqual(['hot|cold', 'cold|hot']);
});

it('has no column without a lot', () => expect(gridOf([], 'back').columns).toBe(0));

it('lets lots meet where the trace begins, though some came there before', () => {
  const lots = [lot('a', 'hot'), lot('b', 'hot', 'cold', 'hot')];
  expect(rows('back', ...lots)).toEqual(['a|||hot', 'b|hot|cold|hot']);
  expect(rows('forward', lot('hot', 'x'), lot('hot', 'cold', 'hot'))).toEqual(['hot|x|', 'hot|cold|hot']);
});
