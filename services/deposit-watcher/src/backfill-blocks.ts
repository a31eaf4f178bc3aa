import { NodeError, type EthereumBlock, type EthereumNode } from '@tributary/chain-ethereum';
import type { EntityManager } from '@tributary/platform-service';
import { readWith, type PublishFacts } from './chain-facts';
import { firstHeightSince } from './first-height-since';
import { promote } from './promote';
import { BLOCKS_PER_STEP, readBlocks } from './read-blocks';
import { recordBlocks } from './record-blocks';
import { adoptedBackfills, advanceBackfills, placeBackfills } from './store/backfills';
import { ChainRow } from './store/chain-row';
import { knownHashes } from './store/known-blocks';

/**
 * Reads the next blocks again for late registrations, all of them at once, from the lowest block that any still needs.
 *
 * @returns whether there is more to read again
 */
export async function backfillBlocks(
  transact: PublishFacts,
  node: EthereumNode,
  { chain, startHeight }: ChainRow,
): Promise<'more' | 'idle'> {
  const pending = await readWith(transact, (tx) => adoptedBackfills(tx, chain));
  if (pending.length === 0) return 'idle';
  const timeOf = blockTimes(node);
  for (const backfill of pending) {
    backfill.nextHeight ??= await firstHeightSince(backfill.countsFrom, startHeight, backfill.toHeight, timeOf);
  }

  const from = Math.min(...pending.map(({ nextHeight }) => nextHeight as number));
  const end = Math.max(...pending.map(({ toHeight }) => toHeight));
  const to = Math.min(from + BLOCKS_PER_STEP - 1, end);
  const blocks = await readBlocks(node, from, to, undefined);
  await transact(async (tx) => {
    const locked = await tx.findOneOrFail(ChainRow, { where: { chain }, lock: { mode: 'pessimistic_write' } });
    if (locked.haltedReason !== null) return [];
    await placeBackfills(tx, pending);
    if (!(await areOurs(tx, locked, blocks))) return [];
    const facts = [...(await recordBlocks(tx, locked, blocks, true)), ...(await promote(tx, locked))];
    await advanceBackfills(tx, chain, from, from + blocks.length);
    return facts;
  });
  return 'more';
}

/** Whether blocks stand on our chain. Below what we remember, all is final and the node's word by height is enough. */
async function areOurs(
  tx: EntityManager,
  { chain, height }: ChainRow,
  blocks: readonly EthereumBlock[],
): Promise<boolean> {
  const [first, last] = [blocks.at(0), blocks.at(-1)];
  if (!first || !last) return true;
  const known = await knownHashes(tx, chain, first.height, last.height);
  return last.height <= height && blocks.every((block) => (known.get(block.height) ?? block.hash) === block.hash);
}

/** Block times of the node, each asked for once. */
function blockTimes(node: EthereumNode): (height: number) => Promise<Date> {
  const known = new Map<number, Date>();
  return async (height) => {
    const time = known.get(height) ?? (await node.blockRef(height))?.time;
    if (!time) throw new NodeError('moved', `The node has no block ${height} any more: ask again`);
    known.set(height, time);
    return time;
  };
}
