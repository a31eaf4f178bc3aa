import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type { AssetListed, ReceivedOfType } from '@tributary/events';
import { AssetRow } from './store/rows';

/** Remembers how an asset is moved: natively, or by its contract. */
@Injectable()
export class LearnAsset {
  async handle({ payload }: ReceivedOfType<typeof AssetListed>, tx: EntityManager) {
    const { assetId, chain, symbol, decimals, contract } = payload;
    await tx.save(AssetRow, { assetId, chain, symbol, decimals, contract });
    return [];
  }
}
