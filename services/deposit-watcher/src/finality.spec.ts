import fc from 'fast-check';
import { passedHeights, promotions } from './finality';

const state = fc.constantFrom('seen' as const, 'confirmed' as const);
const heights = fc.record({ confirmed: fc.integer({ min: -1, max: 30 }), finalized: fc.integer({ min: -1, max: 30 }) });

describe('promotions', () => {
  it('skips no state: what is final was confirmed before', () => {
    fc.assert(
      fc.property(state, fc.nat(30), heights, (from, blockHeight, passed) => {
        const path = ['seen', 'confirmed', 'finalized'];
        const walked = [from, ...promotions(from, blockHeight, passed)];
        expect(walked).toEqual(path.slice(path.indexOf(from), path.indexOf(from) + walked.length));
      }),
    );
  });

  it('gives the same end whether the thresholds pass at once or one by one', () => {
    fc.assert(
      fc.property(fc.nat(30), heights, heights, (blockHeight, first, more) => {
        const later = {
          confirmed: Math.max(first.confirmed, more.confirmed),
          finalized: Math.max(first.finalized, more.finalized),
        };
        const step = promotions('seen', blockHeight, first);
        const from = step.at(-1) ?? 'seen';
        const inSteps = from === 'finalized' ? step : [...step, ...promotions(from, blockHeight, later)];
        expect(inSteps).toEqual(promotions('seen', blockHeight, later));
      }),
    );
  });
});

describe('passedHeights', () => {
  it('counts the own block as the first, and takes tags as they lie on our chain', () => {
    const head = { latest: 100, safe: 96, finalized: 92 };
    expect(passedHeights({ confirmed: 'blocks:2', finalized: 'tag:finalized' }, head)).toEqual({
      confirmed: 99,
      finalized: 92,
    });
    expect(passedHeights({ confirmed: 'blocks:1', finalized: 'tag:safe' }, head)).toEqual({
      confirmed: 100,
      finalized: 96,
    });
  });
});
