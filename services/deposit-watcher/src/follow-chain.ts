import type { EntityManager } from '@tributary/platform-service';
import {
  NodeError,
  type BlockRef,
  type EthereumBlock,
  type EthereumNode,
  type NodeHead,
} from '@tributary/chain-ethereum';
import type { PublishFacts } from './chain-facts';
import { promote } from './promote';
import { BLOCKS_PER_STEP, readBlocks } from './read-blocks';
import { recordBlocks } from './record-blocks';
import { adoptBackfills } from './store/backfills';
import { ChainRow } from './store/chain-row';
import { forgetBlocksBelow, knownHashes, rememberBlocks } from './store/known-blocks';
import { lockChain } from './store/lock-chain';

/** Blocks remembered below the finalized one, so that a reorg past finality still shows where it began. */
const REMEMBERED_BELOW_FINAL = 64;
/** Blocks remembered where the node knows no finalized tag. */
const REMEMBERED_AT_MOST = 10_000;

/**
 * Takes in the node's next blocks after the cursor, and moves on what they push over a finality threshold.
 *
 * @param chain  its cursor's block is on the node's chain
 * @returns whether the node has more blocks
 */
export async function followChain(
  transact: PublishFacts,
  node: EthereumNode,
  chain: ChainRow,
  head: NodeHead,
): Promise<'more' | 'idle'> {
  const to = Math.min(chain.height + BLOCKS_PER_STEP, head.latest.height);
  const blocks = await readBlocks(node, chain.height + 1, to, chain.hash ?? undefined);
  await transact(async (tx) => {
    const before = await lockChain(tx, chain);
    if (!before) return [];
    await adoptBackfills(tx, before);
    await rememberBlocks(tx, before.chain, blocks);
    const after = await withTags(tx, advanced(before, blocks, head), head);
    const facts = [...(await recordBlocks(tx, after, blocks, false)), ...(await promote(tx, after))];
    await tx.save(ChainRow, after);
    await forgetOldBlocks(tx, after);
    return facts;
  });
  return to < head.latest.height ? 'more' : 'idle';
}

function advanced(before: ChainRow, blocks: readonly EthereumBlock[], head: NodeHead): ChainRow {
  const tip = blocks.at(-1);
  return {
    ...before,
    ...(tip ? { height: tip.height, hash: tip.hash, blockTime: tip.time } : {}),
    head: head.latest.height,
    nodeState: 'ok',
    nodeError: null,
    nodeSince: before.nodeState === 'ok' ? before.nodeSince : new Date(),
  };
}

/** Follows the node's tags as far as they lie on our chain. What was final stays final. */
async function withTags(tx: EntityManager, chain: ChainRow, head: NodeHead): Promise<ChainRow> {
  const safeHeight = await heightOnOurs(tx, chain, head.safe);
  const finalizedHeight = await heightOnOurs(tx, chain, head.finalized);
  return { ...chain, safeHeight, finalizedHeight: Math.max(chain.finalizedHeight, finalizedHeight) };
}

/**
 * How far our chain is covered by a tag. A tagged block above the cursor covers all of it, as the node's block at the
 * cursor is ours; one below must be ours at its height.
 */
async function heightOnOurs(tx: EntityManager, { chain, height }: ChainRow, tag: BlockRef | null): Promise<number> {
  if (!tag) return -1;
  if (tag.height > height) return height;
  const ours = (await knownHashes(tx, chain, tag.height, tag.height)).get(tag.height);
  if (ours !== undefined && ours !== tag.hash) {
    throw new NodeError(
      'inconsistent',
      `The node tags block ${tag.height} ${tag.hash} although its newer blocks descend from ${ours}`,
    );
  }
  return tag.height;
}

async function forgetOldBlocks(tx: EntityManager, { chain, height, finalizedHeight }: ChainRow): Promise<void> {
  await forgetBlocksBelow(tx, chain, Math.max(finalizedHeight - REMEMBERED_BELOW_FINAL, height - REMEMBERED_AT_MOST));
}
