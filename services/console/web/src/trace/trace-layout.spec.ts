import fc from 'fast-check';
import { gridOf } from './columns';
import type { Lot } from './lots';
import { layOutLots } from './trace-layout';

const room = { scale: 1, slot: 34, gap: 6 };
const lot = (amount: number, ...nodes: string[]): Lot => ({
  number: 1,
  amount: String(amount),
  stops: nodes.map((node) => ({ node, by: null })),
});
const laidOut = (lots: Lot[], towardsEnd = true) =>
  layOutLots(lots, gridOf(lots, towardsEnd ? 'back' : 'forward'), room, towardsEnd);

it('merges neighbours that share a place, and only neighbours', () => {
  const { bars } = laidOut([lot(10, 'a', 'hot'), lot(20, 'b', 'hot'), lot(30, 'a', 'hot')]);
  expect(bars.map(({ node, first, last, thickness }) => [node, first, last, thickness])).toEqual([
    ['a', 0, 0, 10],
    ['b', 1, 1, 20],
    ['a', 2, 2, 30],
    ['hot', 0, 2, 60],
  ]);
});

it('gives a thin lot room for its label without a wider ribbon', () => {
  const { bars, ribbons } = laidOut([lot(1, 'a', 'hot'), lot(1, 'b', 'hot')]);
  expect(bars[1]!.top - bars[0]!.top).toBeGreaterThanOrEqual(room.slot);
  expect(ribbons.map(({ thickness }) => thickness)).toEqual([1, 1]);
});

it('never lets ribbons cross or bars leave the frame', () => {
  const place = fc.constantFrom('a', 'b', 'c');
  const anyLot = fc
    .tuple(fc.integer({ min: 1, max: 200 }), fc.array(place, { minLength: 1, maxLength: 5 }))
    .map(([amount, nodes]) => lot(amount, ...nodes));
  fc.assert(
    fc.property(fc.array(anyLot, { maxLength: 12 }), fc.boolean(), (lots, towardsEnd) => {
      const { ribbons, bars, height } = laidOut(lots, towardsEnd);
      for (const ribbon of ribbons) {
        const below = ribbons.filter(({ column, lot: other }) => column === ribbon.column && other > ribbon.lot);
        for (const other of below) {
          expect(other.top).toBeGreaterThanOrEqual(ribbon.top + ribbon.thickness - 1e-6);
          expect(other.toTop).toBeGreaterThanOrEqual(ribbon.toTop + ribbon.thickness - 1e-6);
        }
      }
      for (const { top, thickness } of bars) {
        expect(top).toBeGreaterThanOrEqual(-1e-6);
        expect(top + thickness).toBeLessThanOrEqual(height + 1e-6);
      }
    }),
  );
});

it('has nothing to draw of nothing', () =>
  expect(laidOut([])).toEqual({ columns: 0, height: 0, bars: [], ribbons: [] }));
