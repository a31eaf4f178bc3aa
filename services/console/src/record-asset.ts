import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type { AssetListed, ReceivedOfType } from '@tributary/events';
import { ListedAssetRow } from './store/listed-asset-row';

/** Notes which assets there are. */
@Injectable()
export class RecordAsset {
  async handle({ payload: { assetId } }: ReceivedOfType<typeof AssetListed>, tx: EntityManager): Promise<never[]> {
    await tx.upsert(ListedAssetRow, { assetId }, ['assetId']);
    return [];
  }
}
