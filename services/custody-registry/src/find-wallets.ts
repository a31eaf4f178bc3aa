import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ANY_ROLE, pageOf, pageQuery, pageReply } from '@tributary/platform-service';
import type { EntityManager, RouteContract, RouteInput } from '@tributary/platform-service';
import { ChainId } from './fields';
import { pageAfter } from './store/page-after';
import { WalletRow } from './store/wallet-row';
import { toWallet, Wallet } from './wallet';

/** Lists the wallets by id. */
@Injectable()
export class FindWallets {
  static readonly contract = {
    summary: 'Wallets, by id',
    roles: ANY_ROLE,
    query: z.object({ chain: ChainId.optional(), ...pageQuery(z.tuple([z.string()])) }),
    reply: pageReply(Wallet),
  } satisfies RouteContract;

  async handle({ query: { chain, limit, cursor } }: RouteInput<typeof FindWallets.contract>, db: EntityManager) {
    const rows = await pageAfter(db, WalletRow, ['walletId'], { where: { chain }, after: cursor, limit });
    return pageOf(rows, limit, { keyOf: ({ walletId }) => [walletId], toItem: toWallet });
  }
}
