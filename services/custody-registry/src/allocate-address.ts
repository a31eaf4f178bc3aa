import { z } from 'zod';
import { ZERO_ADDRESS } from '@tributary/chain-ethereum';
import { clientFault } from '@tributary/domain-custody';
import { AddressAllocated } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { toAddress } from './address';
import { alreadyStands, type ChangeKind, type Refusal } from './change-kind';
import { Address, ChainId, EffectiveFromBlock, Id } from './fields';
import { AddressRow } from './store/address-row';
import { AssetRow } from './store/asset-row';
import { ClientRow } from './store/client-row';
import { insertNew } from './store/insert-new';
import { lockOutTokens } from './store/lock-addresses';
import { WalletRow } from './store/wallet-row';

const Item = z.strictObject({
  chain: ChainId,
  address: Address,
  walletId: Id,
  clientId: Id.nullable()
    .default(null)
    .describe('The client whose deposits arrive here; without one they wait in suspense.'),
  derivationPath: z
    .string()
    .regex(/^m(\/\d{1,10}['h]?)+$/, "must be a BIP 32 path, e.g. m/44'/60'/0'/0/7")
    .nullable()
    .default(null),
  effectiveFromBlock: EffectiveFromBlock,
});
type Item = z.output<typeof Item>;

/** Allocates an address to a wallet, and to a client if the deposits that arrive there are a client's. */
export const allocateAddress: ChangeKind<Item> = {
  name: 'allocate-address',
  item: Item,

  keyOf: ({ chain, address }) => `address/${chain}/${address}`,

  async standing({ chain, address }, tx) {
    const row = await tx.findOneBy(AddressRow, { chain, address });
    return row ? toAddress(row) : undefined;
  },

  async refusal(item, tx) {
    const standing = await allocateAddress.standing(item, tx);
    if (standing) return alreadyStands('address', 'address', standing);
    const notOurs = await cannotBeOurs(item, tx);
    if (notOurs) return refuse('address-not-ours', 'address', notOurs);

    const wallet = await tx.findOneBy(WalletRow, { walletId: item.walletId });
    if (!wallet) return refuse('wallet-unknown', 'walletId', 'is unknown: create the wallet first');
    if (wallet.chain !== item.chain) {
      return refuse('wallet-chain', 'chain', `is not the wallet's: ${wallet.walletId} is of ${wallet.chain}`);
    }
    if (item.clientId === null) return undefined;
    const fault = clientFault(wallet);
    return fault ? refuse('client-mismatch', 'clientId', fault) : clientRefusal(item.clientId, tx);
  },

  async apply(item, tx, { at, ...signed }) {
    const { role, side } = await tx.findOneByOrFail(WalletRow, { walletId: item.walletId });
    const row: AddressRow = { ...item, ...signed, role, side, version: 1, allocatedAt: at };
    if (!(await insertNew(tx, AddressRow, row))) return undefined;
    return AddressAllocated.of({ ...item, ...signed, role, side, version: 1, occurredAt: at });
  },
};

/** Why an address cannot be one of ours: with it registered, a mint or a token's own move would pass for ours. */
async function cannotBeOurs({ chain, address }: Item, tx: EntityManager): Promise<string | undefined> {
  if (address === ZERO_ADDRESS) return 'is the zero address, whose key nobody holds: write an address of your own';
  await lockOutTokens(tx, chain);
  const asset = await tx.findOneBy(AssetRow, { chain, contract: address });
  return asset ? `is the contract of ${asset.symbol}: write an address of your own` : undefined;
}

/** Why this client gets no address. The client's row stays locked against closing up to the commit. */
async function clientRefusal(clientId: string, tx: EntityManager): Promise<Refusal | undefined> {
  const client = await tx.findOne(ClientRow, { where: { clientId }, lock: { mode: 'pessimistic_read' } });
  if (!client) return refuse('client-unknown', 'clientId', 'is unknown: open the client first');
  if (!client.closedAt) return undefined;
  return { status: 409, code: 'client-closed', field: 'clientId', reason: 'is closed and gets no further address' };
}

function refuse(code: string, field: string, reason: string): Refusal {
  return { status: 422, code, field, reason };
}
