import fc from 'fast-check';
import { compareChains, type OurBlock } from './compare-chains';

/** A chain of the given heights whose blocks from `forkedFrom` on are the other branch's. */
function chain(from: number, to: number, forkedFrom = Infinity): OurBlock[] {
  const heights = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
  return heights.map((height) => ({ height, hash: height >= forkedFrom ? `other-${height}` : `block-${height}` }));
}

function compare(remembered: OurBlock[], node: OurBlock[]) {
  const at = async (height: number) => node.find((block) => block.height === height) ?? null;
  return compareChains([...remembered].reverse(), node.at(-1)!, at);
}

describe('compareChains', () => {
  const heights = fc.record({
    oldest: fc.nat(20),
    length: fc.integer({ min: 1, max: 12 }),
    nodeLength: fc.integer({ min: 1, max: 40 }),
    forkedFrom: fc.nat(45),
  });

  it('finds the last block that both chains share, whatever their lengths', async () => {
    await fc.assert(
      fc.asyncProperty(heights, async ({ oldest, length, nodeLength, forkedFrom }) => {
        const remembered = chain(oldest, oldest + length - 1);
        const cursor = oldest + length - 1;
        const nodeHead = nodeLength - 1;
        const standing = await compare(remembered, chain(0, nodeHead, forkedFrom));
        const shared = Math.min(cursor, nodeHead, forkedFrom - 1);
        if (nodeHead < oldest) expect(standing).toEqual({ kind: 'behind' });
        else if (shared === cursor) expect(standing).toEqual({ kind: 'same' });
        else if (shared < oldest) expect(standing).toEqual({ kind: 'forked', fork: null });
        else if (shared === nodeHead) expect(standing).toEqual({ kind: 'behind' });
        else expect(standing).toEqual({ kind: 'forked', fork: { height: shared, hash: `block-${shared}` } });
      }),
    );
  });

  it('concludes nothing from a node whose chain becomes shorter while it is asked', async () => {
    const remembered = chain(0, 5).reverse();
    const asking = compareChains(remembered, { height: 9, hash: 'other-9' }, async () => null);
    await expect(asking).rejects.toMatchObject({ code: 'moved' });
  });
});
