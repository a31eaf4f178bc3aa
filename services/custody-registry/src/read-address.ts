import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  ANY_ROLE,
  Problem,
  type EntityManager,
  type RouteContract,
  type RouteInput,
} from '@tributary/platform-service';
import { RegisteredAddress, toAddress } from './address';
import { Address, ChainId } from './fields';
import { AddressRow } from './store/address-row';

/** Tells whose an address is. */
@Injectable()
export class ReadAddress {
  static readonly contract = {
    summary: 'One address of ours',
    roles: ANY_ROLE,
    params: z.object({ chain: ChainId, address: Address }),
    reply: RegisteredAddress,
  } satisfies RouteContract;

  async handle({ params }: RouteInput<typeof ReadAddress.contract>, db: EntityManager) {
    const row = await db.findOneBy(AddressRow, params);
    if (row) return toAddress(row);
    return new Problem(404, 'address-unknown', `${params.address} is no address of ours on ${params.chain}`);
  }
}
