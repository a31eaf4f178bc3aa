import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ANY_ROLE, pageOf, pageQuery, pageReply } from '@tributary/platform-service';
import type { EntityManager, RouteContract, RouteInput } from '@tributary/platform-service';
import { Asset, toAsset } from './asset';
import { ChainId } from './fields';
import { AssetRow } from './store/asset-row';
import { pageAfter } from './store/page-after';

/** Lists the assets by id. */
@Injectable()
export class FindAssets {
  static readonly contract = {
    summary: 'Assets, by id',
    roles: ANY_ROLE,
    query: z.object({ chain: ChainId.optional(), ...pageQuery(z.tuple([z.string()])) }),
    reply: pageReply(Asset),
  } satisfies RouteContract;

  async handle({ query: { chain, limit, cursor } }: RouteInput<typeof FindAssets.contract>, db: EntityManager) {
    const rows = await pageAfter(db, AssetRow, ['assetId'], { where: { chain }, after: cursor, limit });
    return pageOf(rows, limit, { keyOf: ({ assetId }) => [assetId], toItem: toAsset });
  }
}
