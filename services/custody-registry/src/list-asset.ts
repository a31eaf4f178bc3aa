import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ZERO_ADDRESS } from '@tributary/chain-ethereum';
import { erc20AssetId, nativeAssetId } from '@tributary/domain-custody';
import { AssetListed } from '@tributary/events';
import { Problem, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { AlreadyStands } from './already-stands';
import { Asset, toAsset } from './asset';
import { Address, ChainId, EffectiveFromBlock, Finality, Maker } from './fields';
import { AddressRow } from './store/address-row';
import { AssetRow } from './store/asset-row';
import { insertNew } from './store/insert-new';
import { lockAddress } from './store/lock-address';

/** Lists an asset: from its effective block on it is watched and booked. */
@Injectable()
export class ListAsset {
  static readonly contract = {
    summary: 'List an asset of a chain',
    roles: ['operator', 'approver'],
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
    const reason = contract && (await noContract(chain, contract, tx));
    if (reason) {
      return new Problem(422, 'asset-contract', 'The asset was not listed', [{ field: 'body.contract', reason }]);
    }
    const assetId = contract ? erc20AssetId(chain, contract) : nativeAssetId(chain);
    const occurredAt = new Date();
    const row: AssetRow = { ...body, ...finality, assetId, version: 1, listedAt: occurredAt };
    if (!(await insertNew(tx, AssetRow, row))) {
      const field = contract ? 'body.contract' : 'body.chain';
      return new AlreadyStands('asset', field, toAsset(await tx.findOneByOrFail(AssetRow, { assetId })));
    }
    return {
      reply: toAsset(row),
      events: [AssetListed.of({ ...body, checker: null, assetId, version: 1, occurredAt })],
    };
  }
}

/** Why an address cannot be a token's contract. */
async function noContract(chain: string, address: string, tx: EntityManager): Promise<string | undefined> {
  if (address === ZERO_ADDRESS) return "is the zero address, which holds no contract: write the token's";
  await lockAddress(tx, chain, address);
  const ours = await tx.findOneBy(AddressRow, { chain, address });
  return ours ? `is an address of wallet ${ours.walletId}: write the token's` : undefined;
}
