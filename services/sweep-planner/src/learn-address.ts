import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type { AddressAllocated, ReceivedOfType } from '@tributary/events';
import { AddressRow } from './store/rows';

/** Takes an address into the address book. A later version of it starts its cool-down anew. */
@Injectable()
export class LearnAddress {
  async handle({ payload }: ReceivedOfType<typeof AddressAllocated>, tx: EntityManager) {
    const { chain, address, walletId, role, side, clientId, occurredAt } = payload;
    await tx.save(AddressRow, {
      ...{ chain, address },
      owner: { walletId, role, side, clientId },
      allocatedAt: occurredAt,
    });
    return [];
  }
}
