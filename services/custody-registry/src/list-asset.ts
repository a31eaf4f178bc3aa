import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { erc20AssetId, nativeAssetId } from '@tributary/domain-custody';
import { AssetListed } from '@tributary/events';
import type { EntityManager, RouteContract, RouteInput } from '@tributary/platform-service';
import { AlreadyStands } from './already-stands';
import { Asset, toAsset } from './asset';
import { Address, ChainId, EffectiveFromBlock, Finality, Maker } from './fields';
import { AssetRow } from './store/asset-row';
import { insertNew } from './store/insert-new';

/** Lists an asset: from its effective block on it is watched and booked. */
@Injectable()
export class ListAsset {
  static readonly contract = {
    summary: 'List an asset of a chain',
    body: z
      .strictObject({
        chain: ChainId,
        kind: z.enum(['native', 'erc20']),
        symbol: z.string().regex(/^[^\s\p{C}]{1,20}$/u, 'must be 1 to 20 visible characters'),
        decimals: z.int().min(0).max(36).describe('Decimal places of one whole unit.'),
        contract: Address.nullable().default(null).describe('Token contract; none for the native asset.'),
        finality: Finality.prefault({}),
        effectiveFromBlock: EffectiveFromBlock,
        maker: Maker,
      })
      .refine(({ kind, contract }) => kind !== 'native' || contract === null, {
        path: ['contract'],
        message: 'a native asset has none: leave it out',
      })
      .refine(({ kind, contract }) => kind !== 'erc20' || contract !== null, {
        path: ['contract'],
        message: "is missing: give the token's address",
      }),
    reply: Asset,
  } satisfies RouteContract;

  async handle({ body }: RouteInput<typeof ListAsset.contract>, tx: EntityManager) {
    const { chain, contract, finality } = body;
    const assetId = contract ? erc20AssetId(chain, contract) : nativeAssetId(chain);
    const occurredAt = new Date();
    const row: AssetRow = { ...body, ...finality, assetId, version: 1, listedAt: occurredAt };
    if (!(await insertNew(tx, AssetRow, row))) {
      const field = contract ? 'body.contract' : 'body.chain';
      return new AlreadyStands('asset', field, toAsset(await tx.findOneByOrFail(AssetRow, { assetId })));
    }
    return { reply: toAsset(row), events: [AssetListed.of({ ...body, assetId, version: 1, occurredAt })] };
  }
}
