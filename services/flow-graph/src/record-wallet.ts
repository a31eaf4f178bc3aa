import { Injectable } from '@nestjs/common';
import type { ReceivedOfType, WalletCreated } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { WalletRow } from './store/rows';

/** Learns a wallet's name. */
@Injectable()
export class RecordWallet {
  async handle({ payload: { walletId, label, role } }: ReceivedOfType<typeof WalletCreated>, tx: EntityManager) {
    await tx.upsert(WalletRow, { walletId, label, role }, ['walletId']);
    return [];
  }
}
