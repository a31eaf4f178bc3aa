import { NodeError } from '@tributary/chain-ethereum';

/** A block of the chain as we read it. */
export interface OurBlock {
  readonly height: number;
  readonly hash: string;
}

/**
 * How the node's chain stands to ours.
 *
 * - `same`    it has our cursor's block: go on from there
 * - `behind`  it ends below our cursor, on our chain, or below everything we remember: wait
 * - `forked`  it left our chain after `fork`, or before everything we remember (null)
 */
export type Standing<B extends OurBlock> =
  { readonly kind: 'same' | 'behind' } | { readonly kind: 'forked'; readonly fork: B | null };

/**
 * Compares the node's chain with ours, block by block downwards from the highest that both have.
 *
 * @param remembered  our blocks, the cursor's first, then downwards without a gap
 * @param nodeBlock   the node's block at a height; null above its head
 * @throws {NodeError} moved: the node's chain became shorter meanwhile
 */
export async function compareChains<B extends OurBlock>(
  remembered: readonly B[],
  nodeHead: OurBlock,
  nodeBlock: (height: number) => Promise<OurBlock | null>,
): Promise<Standing<B>> {
  const common = remembered.filter(({ height }) => height <= nodeHead.height);
  if (common.length === 0) return { kind: 'behind' };
  for (const ours of common) {
    const theirs = ours.height === nodeHead.height ? nodeHead : await nodeBlock(ours.height);
    if (!theirs) throw new NodeError('moved', `The node has no block ${ours.height} any more: ask again`);
    if (theirs.hash !== ours.hash) continue;
    if (ours === remembered[0]) return { kind: 'same' };
    return ours.height === nodeHead.height ? { kind: 'behind' } : { kind: 'forked', fork: ours };
  }
  return { kind: 'forked', fork: null };
}
