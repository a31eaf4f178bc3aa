import { z } from 'zod';
import { sideFault } from '@tributary/domain-custody';
import { WalletCreated } from '@tributary/events';
import { alreadyStands, oneByOne, type ChangeKind, type Refusal } from './change-kind';
import { ChainId, Id, Words } from './fields';
import { insertAll } from './store/insert-all';
import { WalletRow } from './store/wallet-row';
import { Role, toWallet, WalletSide } from './wallet';

const Item = z.strictObject({
  walletId: Id,
  chain: ChainId,
  role: Role,
  side: WalletSide,
  label: Words.max(100).describe('The name that people read.'),
});
type Item = z.output<typeof Item>;

/** Creates a wallet, which may hold addresses from then on. */
export const createWallet: ChangeKind<Item> = {
  name: 'create-wallet',
  item: Item,

  keyOf: ({ walletId }) => `wallet/${walletId}`,

  async standing({ walletId }, tx) {
    const row = await tx.findOneBy(WalletRow, { walletId });
    return row ? toWallet(row) : undefined;
  },

  refusals: (items, tx) =>
    oneByOne(items, async (item): Promise<Refusal | undefined> => {
      const fault = sideFault(item.role, item.side);
      if (fault) return { status: 422, code: 'wallet-side', field: 'side', reason: fault };
      const standing = await createWallet.standing(item, tx);
      return standing && alreadyStands('wallet', 'walletId', standing);
    }),

  async apply(items, tx, { at, ...signed }) {
    const wallets = items.map((item) => ({ ...item, ...signed, version: 1 }));
    const rows = wallets.map((wallet): WalletRow => ({ ...wallet, createdAt: at }));
    if (!(await insertAll(tx, WalletRow, rows))) return undefined;
    return wallets.map((wallet) => WalletCreated.of({ ...wallet, occurredAt: at }));
  },
};
