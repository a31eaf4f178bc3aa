import { NodeError, type EthereumBlock, type EthereumNode } from '@tributary/chain-ethereum';

/** Blocks that are asked for at once, and taken in by one transaction. */
export const BLOCKS_PER_STEP = 32;

/**
 * Reads the blocks of consecutive heights, as far as each is the parent of the next: a reorg in between cuts the rest.
 *
 * @param parentHash  hash of the block before the first; undefined: not known
 * @throws {NodeError} moved: the first block does not follow its parent any more
 */
export async function readBlocks(
  node: EthereumNode,
  from: number,
  to: number,
  parentHash: string | undefined,
): Promise<EthereumBlock[]> {
  const heights = Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
  const read = await Promise.all(heights.map((height) => node.block(height)));
  const linked: EthereumBlock[] = [];
  for (const block of read) {
    const parent = linked.at(-1)?.hash ?? parentHash;
    if (!block || (parent !== undefined && block.parentHash !== parent)) break;
    linked.push(block);
  }
  if (heights.length > 0 && linked.length === 0) {
    throw new NodeError(
      'moved',
      `Block ${from} does not follow block ${from - 1} as it was: the chain is being reorganized`,
    );
  }
  return linked;
}
