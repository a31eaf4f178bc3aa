import type { EntityManager } from 'typeorm';
import { WalletRow } from './rows';

export async function walletById(db: EntityManager, walletId: string): Promise<WalletRow | undefined> {
  return (await db.findOneBy(WalletRow, { walletId })) ?? undefined;
}
