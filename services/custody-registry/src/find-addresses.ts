import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ANY_ROLE, pageOf, pageQuery, pageReply } from '@tributary/platform-service';
import type { EntityManager, RouteContract, RouteInput } from '@tributary/platform-service';
import { RegisteredAddress, toAddress } from './address';
import { ChainId, Id } from './fields';
import { AddressRow } from './store/address-row';
import { pageAfter } from './store/page-after';

/** Lists our addresses by chain and address. */
@Injectable()
export class FindAddresses {
  static readonly contract = {
    summary: 'Addresses of ours, by chain and address',
    roles: ANY_ROLE,
    query: z.object({
      chain: ChainId.optional(),
      walletId: Id.optional(),
      clientId: Id.optional(),
      ...pageQuery(z.tuple([z.string(), z.string()])),
    }),
    reply: pageReply(RegisteredAddress),
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof FindAddresses.contract>, db: EntityManager) {
    const { limit, cursor, ...where } = query;
    const rows = await pageAfter(db, AddressRow, ['chain', 'address'], { where, after: cursor, limit });
    return pageOf(rows, limit, { keyOf: ({ chain, address }) => [chain, address], toItem: toAddress });
  }
}
