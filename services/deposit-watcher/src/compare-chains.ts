import type { BlockRef } from '@tributary/chain-ethereum';

/** A block of the chain as we read it. */
export interface OurBlock {
  readonly height: number;
  readonly hash: string;
}

/**
 * How the node's chain stands to ours.
 *
 * - `same`    it has our cursor's block: go on from there
 * - `behind`  it ends below our cursor, on our chain: wait
 * - `forked`  it left our chain after `fork`, or before everything we remember (null)
 */
export type Standing<B extends OurBlock> =
  { readonly kind: 'same' | 'behind' } | { readonly kind: 'forked'; readonly fork: B | null };

/**
 * Compares the node's chain with ours, block by block downwards from the highest that both have.
 *
 * @param remembered  our blocks, the cursor's first, then downwards without a gap
 * @param nodeBlock   the node's block at a height; null above its head
 */
export async function compareChains<B extends OurBlock>(
  remembered: readonly B[],
  nodeHead: OurBlock,
  nodeBlock: (height: number) => Promise<OurBlock | BlockRef | null>,
): Promise<Standing<B>> {
  const [cursor] = remembered;
  for (const ours of remembered) {
    if (ours.height > nodeHead.height) continue;
    const theirs = ours.height === nodeHead.height ? nodeHead : await nodeBlock(ours.height);
    if (theirs?.hash !== ours.hash) continue;
    if (ours === cursor) return { kind: 'same' };
    const isWhereNodeEnds = ours.height === nodeHead.height;
    return isWhereNodeEnds ? { kind: 'behind' } : { kind: 'forked', fork: ours };
  }
  return { kind: 'forked', fork: null };
}
