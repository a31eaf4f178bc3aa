import { Injectable } from '@nestjs/common';
import type { AssetListed, ReceivedOfType } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { AssetRow } from './store/rows';

/** Learns that an asset is listed, so that its graph may be asked for before anything flows. */
@Injectable()
export class RecordAsset {
  async handle({ payload: { assetId } }: ReceivedOfType<typeof AssetListed>, tx: EntityManager) {
    await tx.upsert(AssetRow, { assetId }, ['assetId']);
    return [];
  }
}
