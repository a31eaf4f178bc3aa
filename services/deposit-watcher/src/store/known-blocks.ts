import { Between, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { KnownBlockRow } from './known-block-row';

export async function rememberBlocks(
  tx: EntityManager,
  chain: string,
  blocks: readonly { readonly height: number; readonly hash: string; readonly time: Date }[],
): Promise<void> {
  if (blocks.length === 0) return;
  await tx.insert(
    KnownBlockRow,
    blocks.map(({ height, hash, time }) => ({ chain, height, hash, time })),
  );
}

/** All that is remembered, the cursor's block first. */
export function rememberedBlocks(tx: EntityManager, chain: string): Promise<KnownBlockRow[]> {
  return tx.find(KnownBlockRow, { where: { chain }, order: { height: 'DESC' } });
}

/** Our block's hash by its height, as far as remembered. */
export async function knownHashes(
  tx: EntityManager,
  chain: string,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.findBy(KnownBlockRow, { chain, height: Between(from, to) });
  return new Map(rows.map(({ height, hash }) => [height, hash]));
}

export async function forgetBlocksAbove(tx: EntityManager, chain: string, height: number): Promise<void> {
  await tx.delete(KnownBlockRow, { chain, height: MoreThan(height) });
}

export async function forgetBlocksBelow(tx: EntityManager, chain: string, height: number): Promise<void> {
  await tx.delete(KnownBlockRow, { chain, height: LessThan(height) });
}
