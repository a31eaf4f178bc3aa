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
import { findBy, findLockedBy } from './store/find-by';
import { insertAll } from './store/insert-all';
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

  async refusals(items, tx) {
    for (const chain of new Set(items.map((item) => item.chain))) await lockOutTokens(tx, chain);
    const known = await readKnown(items, tx);
    return items.map((item) => refusal(item, known));
  },

  async apply(items, tx, { at, ...signed }) {
    const { wallets } = await readKnown(items, tx);
    const addresses = items.map((item) => {
      const { role, side } = wallets.get(item.walletId) as WalletRow;
      return { ...item, ...signed, role, side, version: 1 };
    });
    const rows = addresses.map((address): AddressRow => ({ ...address, allocatedAt: at }));
    if (!(await insertAll(tx, AddressRow, rows))) return undefined;
    return addresses.map((address) => AddressAllocated.of({ ...address, occurredAt: at }));
  },
};

/** What stands that addresses are held against; clients stay locked against closing up to the commit. */
async function readKnown(items: readonly Item[], tx: EntityManager) {
  const texts = items.map(({ address }) => address);
  const standing = await findBy(tx, AddressRow, 'address', texts);
  const tokens = await findBy(tx, AssetRow, 'contract', texts);
  const walletIds = items.map(({ walletId }) => walletId);
  const wallets = await findBy(tx, WalletRow, 'walletId', walletIds);
  const clientIds = items.flatMap(({ clientId }) => clientId ?? []);
  const clients = await findLockedBy(tx, ClientRow, 'clientId', clientIds);
  return {
    standing: new Map(standing.map((row) => [`${row.chain}/${row.address}`, row])),
    tokens: new Map(tokens.map((row) => [`${row.chain}/${String(row.contract)}`, row])),
    wallets: new Map(wallets.map((row) => [row.walletId, row])),
    clients: new Map(clients.map((row) => [row.clientId, row])),
  };
}

function refusal(item: Item, known: Awaited<ReturnType<typeof readKnown>>): Refusal | undefined {
  const place = `${item.chain}/${item.address}`;
  const standing = known.standing.get(place);
  if (standing) return alreadyStands('address', 'address', toAddress(standing));
  const notOurs = cannotBeOurs(item.address, known.tokens.get(place));
  if (notOurs) return refuse('address-not-ours', 'address', notOurs);

  const wallet = known.wallets.get(item.walletId);
  if (!wallet) return refuse('wallet-unknown', 'walletId', 'is unknown: create the wallet first');
  if (wallet.chain !== item.chain) {
    return refuse('wallet-chain', 'chain', `is not the wallet's: ${wallet.walletId} is of ${wallet.chain}`);
  }
  if (item.clientId === null) return undefined;
  const fault = clientFault(wallet);
  if (fault) return refuse('client-mismatch', 'clientId', fault);
  const client = known.clients.get(item.clientId);
  if (!client) return refuse('client-unknown', 'clientId', 'is unknown: open the client first');
  if (!client.closedAt) return undefined;
  return { status: 409, code: 'client-closed', field: 'clientId', reason: 'is closed and gets no further address' };
}

/** Why an address cannot be one of ours: with it registered, a mint or a token's own move would pass for ours. */
function cannotBeOurs(address: string, token: AssetRow | undefined): string | undefined {
  if (address === ZERO_ADDRESS) return 'is the zero address, whose key nobody holds: write an address of your own';
  return token && `is the contract of ${token.symbol}: write an address of your own`;
}

function refuse(code: string, field: string, reason: string): Refusal {
  return { status: 422, code, field, reason };
}
