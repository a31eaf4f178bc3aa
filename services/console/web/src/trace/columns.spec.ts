import { gridOf } from './columns';
import type { Lot } from './lots';

const lot = (...nodes: string[]): Lot => ({ number: 1, amount: '1', stops: nodes.map((node) => ({ node, by: null })) });
const rows = (...lots: Lot[]) => gridOf(lots).stops.map((row) => row.map((stop) => stop?.node ?? '').join('|'));

it('gives a place one column for all lots, however long their ways to it', () => {
  expect(rows(lot('a', 'address', 'sweep', 'hot'), lot('b', 'hot', 'cold'))).toEqual([
    'a|address|sweep|hot|',
    'b|||hot|cold',
  ]);
});

it('lets a lot come back to a place further on', () => {
  expect(rows(lot('a', 'hot', 'cold', 'hot'))).toEqual(['a|hot|cold|hot']);
});

it('still goes from left to right where two lots pass two places in opposite order', () => {
  expect(rows(lot('hot', 'cold'), lot('cold', 'hot'))).toEqual(['hot|cold', 'cold|hot']);
});

it('has no column without a lot', () => expect(gridOf([]).columns).toBe(0));
