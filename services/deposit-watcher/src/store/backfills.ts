import { Between, IsNull, Not, type EntityManager } from 'typeorm';
import { BackfillRow } from './backfill-row';
import type { ChainRow } from './chain-row';

/** A backfill whose end is set. */
export type AdoptedBackfill = BackfillRow & { toHeight: number };

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

export async function adoptedBackfills(tx: EntityManager, chain: string): Promise<AdoptedBackfill[]> {
  return (await tx.findBy(BackfillRow, { chain, toHeight: Not(IsNull()) })) as AdoptedBackfill[];
}

/** Keeps where backfills begin once that was looked up; one that was clipped away meanwhile stays away. */
export async function placeBackfills(tx: EntityManager, backfills: readonly BackfillRow[]): Promise<void> {
  for (const { id, nextHeight } of backfills)
    await tx.update(BackfillRow, { id, nextHeight: IsNull() }, { nextHeight });
}

/** Notes that the blocks [from .. next - 1] were read again, by all that needed them. */
export async function advanceBackfills(tx: EntityManager, chain: string, from: number, next: number): Promise<void> {
  await tx.update(BackfillRow, { chain, nextHeight: Between(from, next) }, { nextHeight: next });
  await deleteDone(tx, chain);
}

/** Leaves the blocks above the fork of a reorg out of every backfill: they are read as new blocks. */
export async function clipBackfills(tx: EntityManager, chain: string, forkHeight: number): Promise<void> {
  await tx.query('UPDATE backfill SET to_height = least(to_height, $2) WHERE chain = $1 AND to_height IS NOT NULL', [
    chain,
    forkHeight,
  ]);
  await deleteDone(tx, chain);
}

async function deleteDone(tx: EntityManager, chain: string): Promise<void> {
  await tx.query('DELETE FROM backfill WHERE chain = $1 AND next_height > to_height', [chain]);
}
