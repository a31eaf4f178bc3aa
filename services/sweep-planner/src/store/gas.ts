import type { EntityManager } from 'typeorm';
import { HOLDING, UNSIGNED } from '@tributary/domain-sweep';
import type { WalletRole } from '@tributary/domain-custody';
import { FlowRow } from './flow-row';
import { SourceRow } from './source-row';

/**
 * The house's units of the native asset that a token's movement may pay its fee with: final ones at its address, less
 * what other signed movements from there may still pay. Never a client's deposit. A movement of the native asset has
 * its fee set aside.
 */
export async function gasOf(db: EntityManager, flow: FlowRow): Promise<bigint> {
  const { flowId, fromAddress, assetId, feeAssetId, maxFee } = flow;
  if (assetId === feeAssetId) return maxFee;
  const [row]: { free: string }[] = await db.query(
    `SELECT coalesce((SELECT house_units FROM source WHERE address = $1 AND asset_id = $2), 0)
          - coalesce((SELECT sum(max_fee) FROM flow WHERE from_address = $1 AND fee_asset_id = $2 AND flow_id <> $3
                        AND state = ANY($4) AND state <> ALL($5)), 0) AS free`,
    [fromAddress, feeAssetId, flowId, HOLDING, UNSIGNED],
  );
  return BigInt(row?.free ?? 0);
}

/** Approved movements of tokens whose address cannot pay their fee, and to which no gas is on its way; locked. */
export async function needsTopUp(tx: EntityManager, chain: string, limit: number): Promise<FlowRow[]> {
  return tx
    .createQueryBuilder(FlowRow, 'f')
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
    .where(`f.chain = :chain AND f.state = 'APPROVED' AND f.asset_id <> f.fee_asset_id`, { chain })
    .andWhere(
      `NOT EXISTS (SELECT FROM lease l WHERE l.resource = f.from_address || '/gas/' || f.fee_asset_id)
       AND coalesce((SELECT house_units FROM source s WHERE s.address = f.from_address AND s.asset_id = f.fee_asset_id), 0)
           < f.max_fee`,
    )
    .orderBy('f.planned_at')
    .limit(limit)
    .getMany();
}

/** Where gas can be taken from, the fullest first; locked. */
export async function lockGasSources(
  tx: EntityManager,
  chain: string,
  assetId: string,
  role: WalletRole,
): Promise<SourceRow[]> {
  return tx
    .createQueryBuilder(SourceRow, 's')
    .setLock('pessimistic_write')
    .where(`s.chain = :chain AND s.asset_id = :assetId AND s.owner ->> 'role' = :role`, { chain, assetId, role })
    .andWhere(`s.owner ->> 'side' = 'h'`)
    .orderBy('s.house_units', 'DESC')
    .getMany();
}
