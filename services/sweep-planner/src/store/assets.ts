import type { EntityManager } from 'typeorm';
import { AssetRow } from './rows';

/** How an asset is moved; undefined where it is not listed. */
export async function assetOf(db: EntityManager, assetId: string): Promise<AssetRow | undefined> {
  return (await db.findOneBy(AssetRow, { assetId })) ?? undefined;
}
