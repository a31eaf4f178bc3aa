import { Between, IsNull, Not, type EntityManager } from 'typeorm';
import { NodeError, type EthereumBlock, type EthereumNode } from '@tributary/chain-ethereum';
import { readWith, type PublishFacts } from './chain-facts';
import { firstHeightSince } from './first-height-since';
import { promote } from './promote';
import { BLOCKS_PER_STEP, readBlocks } from './read-blocks';
import { recordBlocks } from './record-blocks';
import { BackfillRow } from './store/backfill-row';
import { ChainRow } from './store/chain-row';
import { KnownBlockRow } from './store/known-block-row';

/**
 * Sets how far registrations made since the last look have to be read again: up to the cursor. Runs before the
 * addresses are read for the blocks above it, so that between the two no block is left out; one in both is harmless.
 *
 * @param chain  locked
 */
export async function adoptBackfills(tx: EntityManager, { chain, height }: ChainRow): Promise<void> {
  await tx.update(BackfillRow, { chain, toHeight: IsNull() }, { toHeight: height });
  await deleteDone(tx, chain);
}

/** Leaves the blocks above the fork of a reorg out of every backfill: they are read as new blocks. */
export async function clipBackfills(tx: EntityManager, chain: string, forkHeight: number): Promise<void> {
  await tx.query('UPDATE backfill SET to_height = least(to_height, $2) WHERE chain = $1', [chain, forkHeight]);
  await deleteDone(tx, chain);
}

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
  const pending = await readWith(transact, (tx) => tx.findBy(BackfillRow, { chain, toHeight: Not(IsNull()) }));
  if (pending.length === 0) return 'idle';
  const timeOf = blockTimes(node);
  for (const backfill of pending) {
    backfill.nextHeight ??= await firstHeightSince(
      backfill.countsFrom,
      startHeight,
      backfill.toHeight as number,
      timeOf,
    );
  }

  const from = Math.min(...pending.map(({ nextHeight }) => nextHeight as number));
  const end = Math.max(...pending.map(({ toHeight }) => toHeight as number));
  const to = Math.min(from + BLOCKS_PER_STEP - 1, end);
  const blocks = await readBlocks(node, from, to, undefined);
  await transact(async (tx) => {
    const locked = await tx.findOneOrFail(ChainRow, { where: { chain }, lock: { mode: 'pessimistic_write' } });
    if (locked.haltedReason !== null) return [];
    await place(tx, pending);
    if (!(await areOurs(tx, locked, blocks))) return [];
    const facts = [...(await recordBlocks(tx, locked, blocks, true)), ...(await promote(tx, locked))];
    const next = from + blocks.length;
    await tx.update(BackfillRow, { chain, nextHeight: Between(from, next) }, { nextHeight: next });
    await deleteDone(tx, chain);
    return facts;
  });
  return 'more';
}

/** Keeps where backfills begin once that was looked up; one that was clipped away meanwhile stays away. */
async function place(tx: EntityManager, backfills: readonly BackfillRow[]): Promise<void> {
  for (const { id, nextHeight } of backfills)
    await tx.update(BackfillRow, { id, nextHeight: IsNull() }, { nextHeight });
}

/** Whether blocks stand on our chain. Below what we remember, all is final and the node's word by height is enough. */
async function areOurs(
  tx: EntityManager,
  { chain, height }: ChainRow,
  blocks: readonly EthereumBlock[],
): Promise<boolean> {
  const [first, last] = [blocks.at(0), blocks.at(-1)];
  if (!first || !last) return true;
  const known = await tx.findBy(KnownBlockRow, { chain, height: Between(first.height, last.height) });
  const hashes = new Map(known.map((row) => [row.height, row.hash]));
  return last.height <= height && blocks.every((block) => (hashes.get(block.height) ?? block.hash) === block.hash);
}

async function deleteDone(tx: EntityManager, chain: string): Promise<void> {
  await tx.query('DELETE FROM backfill WHERE chain = $1 AND next_height > to_height', [chain]);
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
