import { z } from 'zod';
import { ZERO_ADDRESS } from '@tributary/chain-ethereum';
import { erc20AssetId, nativeAssetId } from '@tributary/domain-custody';
import { AssetListed } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { toAsset } from './asset';
import { alreadyStands, oneByOne, type ChangeKind, type Refusal } from './change-kind';
import { Address, ChainId, EffectiveFromBlock, Finality } from './fields';
import { AddressRow } from './store/address-row';
import { AssetRow } from './store/asset-row';
import { insertAll } from './store/insert-all';
import { lockOutAllocations } from './store/lock-addresses';

const Item = z
  .strictObject({
    chain: ChainId,
    kind: z.enum(['native', 'erc20']),
    symbol: z.string().regex(/^[^\s\p{C}]{1,20}$/u, 'must be 1 to 20 visible characters'),
    decimals: z.int().min(0).max(36).describe('Decimal places of one whole unit.'),
    contract: Address.nullable().default(null).describe('Token contract; none for the native asset.'),
    finality: Finality.prefault({}),
    effectiveFromBlock: EffectiveFromBlock,
  })
  .refine(({ kind, contract }) => kind !== 'native' || contract === null, {
    path: ['contract'],
    message: 'a native asset has none: leave it out',
  })
  .refine(({ kind, contract }) => kind !== 'erc20' || contract !== null, {
    path: ['contract'],
    message: "is missing: give the token's address",
  });
type Item = z.output<typeof Item>;

/** Lists an asset: from its effective block on it is watched and booked. */
export const listAsset: ChangeKind<Item> = {
  name: 'list-asset',
  item: Item,

  keyOf: (item) => `asset/${assetIdOf(item)}`,

  async standing(item, tx) {
    const row = await tx.findOneBy(AssetRow, { assetId: assetIdOf(item) });
    return row ? toAsset(row) : undefined;
  },

  refusals: (items, tx) => oneByOne(items, (item) => refusal(item, tx)),

  async apply(items, tx, { at, ...signed }) {
    const assets = items.map((item) => ({ ...item, ...signed, assetId: assetIdOf(item), version: 1 }));
    const rows = assets.map((asset): AssetRow => ({ ...asset, ...asset.finality, listedAt: at }));
    if (!(await insertAll(tx, AssetRow, rows))) return undefined;
    return assets.map((asset) => AssetListed.of({ ...asset, occurredAt: at }));
  },
};

async function refusal(item: Item, tx: EntityManager): Promise<Refusal | undefined> {
  const standing = await listAsset.standing(item, tx);
  if (standing) return alreadyStands('asset', item.contract ? 'contract' : 'chain', standing);
  const reason = item.contract && (await noContract(item.chain, item.contract, tx));
  return reason ? { status: 422, code: 'asset-contract', field: 'contract', reason } : undefined;
}

function assetIdOf({ chain, contract }: Item): string {
  return contract ? erc20AssetId(chain, contract) : nativeAssetId(chain);
}

/** Why an address cannot be a token's contract. */
async function noContract(chain: string, address: string, tx: EntityManager): Promise<string | undefined> {
  if (address === ZERO_ADDRESS) return "is the zero address, which holds no contract: write the token's";
  await lockOutAllocations(tx, chain);
  const ours = await tx.findOneBy(AddressRow, { chain, address });
  return ours ? `is an address of wallet ${ours.walletId}: write the token's` : undefined;
}
