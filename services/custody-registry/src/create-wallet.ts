import { z } from 'zod';
import { sideFault } from '@tributary/domain-custody';
import { WalletCreated } from '@tributary/events';
import { alreadyStands, type ChangeKind } from './change-kind';
import { ChainId, Id, Words } from './fields';
import { insertNew } from './store/insert-new';
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

  async refusal(item, tx) {
    const fault = sideFault(item.role, item.side);
    if (fault) return { status: 422, code: 'wallet-side', field: 'side', reason: fault };
    const standing = await createWallet.standing(item, tx);
    return standing && alreadyStands('wallet', 'walletId', standing);
  },

  async apply(item, tx, { at, ...signed }) {
    const row: WalletRow = { ...item, ...signed, version: 1, createdAt: at };
    if (!(await insertNew(tx, WalletRow, row))) return undefined;
    return WalletCreated.of({ ...item, ...signed, version: 1, occurredAt: at });
  },
};
