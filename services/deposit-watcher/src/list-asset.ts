import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import { parseThreshold } from '@tributary/domain-custody';
import type { AssetListed, ReceivedOfType } from '@tributary/events';
import { BackfillRow } from './store/backfill-row';
import { countsFrom } from './store/registration';
import { WatchedAssetRow } from './store/watched-asset-row';

/**
 * Looks for an asset's transfers from now on, and in the blocks since its effective one. A later version changes when
 * its transfers are confirmed and final from then on, and from which block it counts.
 */
@Injectable()
export class ListAsset {
  async handle({ payload }: ReceivedOfType<typeof AssetListed>, tx: EntityManager) {
    const { assetId, version, chain, contract, finality, effectiveFromBlock, occurredAt } = payload;
    for (const threshold of [finality.confirmed, finality.finalized]) {
      if (!parseThreshold(threshold)) throw new Error(`${assetId} has the finality threshold "${threshold}": unknown`);
    }
    const before = await tx.findOneBy(WatchedAssetRow, { assetId });
    if (before && before.version >= version) return [];
    if (before && (before.chain !== chain || before.contract !== contract)) {
      throw new Error(
        `${assetId} is ${before.contract ?? 'native'} on ${before.chain} and cannot become ${contract ?? 'native'} on ` +
          `${chain}: list the other as an asset of its own`,
      );
    }
    const registeredAt = before?.registeredAt ?? occurredAt;
    const asset = { assetId, version, chain, contract, ...finality, effectiveFromBlock, registeredAt };
    await tx.save(WatchedAssetRow, asset);
    if (before?.effectiveFromBlock === effectiveFromBlock) return [];
    await tx.insert(BackfillRow, {
      chain,
      subject: assetId,
      countsFrom: countsFrom(asset),
      nextHeight: effectiveFromBlock,
    });
    return [];
  }
}
