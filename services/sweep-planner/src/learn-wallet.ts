import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type { ReceivedOfType, WalletCreated } from '@tributary/events';
import { WalletRow } from './store/rows';

/** Remembers a wallet: what moves by hand names wallets, not addresses. */
@Injectable()
export class LearnWallet {
  async handle({ payload: { walletId, chain, role, side } }: ReceivedOfType<typeof WalletCreated>, tx: EntityManager) {
    await tx.save(WalletRow, { walletId, chain, role, side });
    return [];
  }
}
