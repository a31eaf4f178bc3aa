import { isInOrder, parseThreshold, passedHeight, type Threshold } from './finality';

describe('a finality threshold', () => {
  it('counts the block of the transfer itself', () => {
    expect(passedHeight({ blocks: 1 }, { latest: 10, safe: 0, finalized: 0 })).toBe(10);
    expect(passedHeight({ blocks: 2 }, { latest: 10, safe: 0, finalized: 0 })).toBe(9);
  });

  it('follows the tag that the node gives', () => {
    expect(passedHeight({ tag: 'safe' }, { latest: 10, safe: 6, finalized: 2 })).toBe(6);
    expect(passedHeight({ tag: 'finalized' }, { latest: 10, safe: 6, finalized: 2 })).toBe(2);
  });

  it.each(['blocks:0', 'blocks:-1', 'blocks:1.5', 'blocks:1000000', 'tag:latest', 'finalized', ''])(
    '%p is none',
    (text) => expect(parseThreshold(text)).toBeUndefined(),
  );

  it.each([
    ['blocks:2', 'tag:finalized', true],
    ['blocks:2', 'blocks:2', true],
    ['blocks:3', 'blocks:2', false],
    ['tag:safe', 'tag:finalized', true],
    ['tag:finalized', 'tag:safe', false],
    ['tag:finalized', 'blocks:64', true],
  ])('confirmed %s before finalized %s: %p', (confirmed, finalized, expected) => {
    expect(isInOrder(parseThreshold(confirmed) as Threshold, parseThreshold(finalized) as Threshold)).toBe(expected);
  });
});
