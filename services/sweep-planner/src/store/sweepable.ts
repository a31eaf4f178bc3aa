import type { EntityManager } from 'typeorm';
import type { EndCode } from './flow-row';
import type { MandateRow } from './rows';
import { SourceRow } from './source-row';

/** Ends after which the same is not planned again at once: a person decided, or it would fail again and cost its fee. */
const ENDS_TO_HEED: readonly EndCode[] = ['rejected', 'cancelled', 'reverted-on-chain', 'nonce-used'];

/**
 * The addresses that hold a mandate's threshold, and more than its fee may take, and that no flow has leased; locked
 * until the transaction ends.
 *
 * An address whose last flow was rejected, cancelled or failed is left alone as long as a plan of the mandate is valid.
 */
export async function lockSweepable(
  tx: EntityManager,
  { chain, assetId, fromRole, threshold, maxFee, validForSeconds }: MandateRow,
  nativeAssetId: string,
  limit: number,
): Promise<SourceRow[]> {
  const least = assetId === nativeAssetId ? maxFee + 1n : 1n;
  const heededSince = new Date(Date.now() - validForSeconds * 1000);
  return tx
    .createQueryBuilder(SourceRow, 's')
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
    .where('s.chain = :chain AND s.asset_id = :assetId', { chain, assetId })
    .andWhere(`s.owner ->> 'role' = :fromRole`, { fromRole })
    .andWhere(
      `CASE WHEN s.owner ->> 'side' = 'c' THEN s.client_units ELSE s.house_units END >= greatest(:threshold::numeric, :least::numeric)`,
    )
    .andWhere(
      `NOT EXISTS (SELECT FROM lease l WHERE l.resource IN (s.address || '/' || :assetId, s.address || '/' || :native))`,
    )
    .andWhere(
      `NOT EXISTS (SELECT FROM flow f WHERE f.from_address = s.address AND f.asset_id = s.asset_id
                   AND f.end_code = ANY(:ends) AND f.updated_at > :heededSince)`,
    )
    .setParameters({
      threshold: threshold.toString(),
      least: least.toString(),
      native: nativeAssetId,
      ends: ENDS_TO_HEED,
      heededSince,
    })
    .orderBy('s.address')
    .limit(limit)
    .getMany();
}
