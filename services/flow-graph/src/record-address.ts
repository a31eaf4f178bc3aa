import { Injectable } from '@nestjs/common';
import { addressAccount } from '@tributary/domain-ledger';
import type { AddressAllocated, ReceivedOfType } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { PlaceRow } from './store/rows';

/** Learns whose address an account is, to group it. */
@Injectable()
export class RecordAddress {
  async handle({ payload }: ReceivedOfType<typeof AddressAllocated>, tx: EntityManager) {
    const { side, role, chain, address, walletId, clientId } = payload;
    await tx.upsert(PlaceRow, { account: addressAccount(side, role, chain, address), walletId, clientId }, ['account']);
    return [];
  }
}
