import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import { parseThreshold } from '@tributary/domain-custody';
import type { AssetListed, ReceivedOfType } from '@tributary/events';
import { BackfillRow } from './store/backfill-row';
import { countsFrom } from './store/registration';
import { WatchedAssetRow } from './store/watched-asset-row';

/** Looks for an asset's transfers from now on, and in the blocks since its effective one. */
@Injectable()
export class ListAsset {
  async handle({ payload }: ReceivedOfType<typeof AssetListed>, tx: EntityManager) {
    const { assetId, chain, contract, finality, effectiveFromBlock, occurredAt } = payload;
    for (const threshold of [finality.confirmed, finality.finalized]) {
      if (!parseThreshold(threshold)) throw new Error(`${assetId} has the finality threshold "${threshold}": unknown`);
    }
    const asset = { assetId, chain, contract, ...finality, effectiveFromBlock, registeredAt: occurredAt };
    await tx.insert(WatchedAssetRow, asset);
    await tx.insert(BackfillRow, {
      chain,
      subject: assetId,
      countsFrom: countsFrom(asset),
      nextHeight: effectiveFromBlock,
    });
    return [];
  }
}
