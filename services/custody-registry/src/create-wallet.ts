import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { sideFault } from '@tributary/domain-custody';
import { WalletCreated } from '@tributary/events';
import { Problem, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { AlreadyStands } from './already-stands';
import { ChainId, Id, Maker } from './fields';
import { insertNew } from './store/insert-new';
import { WalletRow } from './store/wallet-row';
import { Role, toWallet, Wallet, WalletSide } from './wallet';

/** Creates a wallet, which may hold addresses from then on. */
@Injectable()
export class CreateWallet {
  static readonly contract = {
    summary: 'Create a wallet',
    roles: ['operator', 'approver'],
    body: z.strictObject({
      walletId: Id,
      chain: ChainId,
      role: Role,
      side: WalletSide,
      label: z.string().trim().min(1).max(100).describe('The name that people read.'),
      maker: Maker,
    }),
    reply: Wallet,
  } satisfies RouteContract;

  async handle({ body }: RouteInput<typeof CreateWallet.contract>, tx: EntityManager) {
    const { walletId, role, side } = body;
    const fault = sideFault(role, side);
    if (fault) {
      return new Problem(422, 'wallet-side', 'The role does not go with the side', [
        { field: 'body.side', reason: fault },
      ]);
    }
    const occurredAt = new Date();
    const row: WalletRow = { ...body, version: 1, createdAt: occurredAt };
    if (!(await insertNew(tx, WalletRow, row))) {
      return new AlreadyStands('wallet', 'body.walletId', toWallet(await tx.findOneByOrFail(WalletRow, { walletId })));
    }
    return { reply: toWallet(row), events: [WalletCreated.of({ ...body, checker: null, version: 1, occurredAt })] };
  }
}
