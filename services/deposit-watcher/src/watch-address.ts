import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type { AddressAllocated, ReceivedOfType } from '@tributary/events';
import { BackfillRow } from './store/backfill-row';
import { countsFrom } from './store/registration';
import { WatchedAddressRow } from './store/watched-address-row';

/**
 * Looks for an address's transfers from now on, and in the blocks since its effective one. A later version changes who
 * holds it, for transfers that are seen from then on, and from which block it counts.
 *
 * No lock is needed against the blocks that are read just now: the backfill reaches to where the cursor stands once
 * the watcher learns of it, and what is read after that already knows the address.
 */
@Injectable()
export class WatchAddress {
  async handle({ payload }: ReceivedOfType<typeof AddressAllocated>, tx: EntityManager) {
    const { chain, address, version, walletId, role, side, clientId, effectiveFromBlock, occurredAt } = payload;
    const before = await tx.findOneBy(WatchedAddressRow, { chain, address });
    if (before && before.version >= version) return [];
    const owner = { walletId, role, side, clientId };
    const registeredAt = before?.registeredAt ?? occurredAt;
    const watched = { chain, address, version, owner, effectiveFromBlock, registeredAt };
    await tx.save(WatchedAddressRow, watched);
    if (before?.effectiveFromBlock === effectiveFromBlock) return [];
    await tx.insert(BackfillRow, {
      chain,
      subject: address,
      countsFrom: countsFrom(watched),
      nextHeight: effectiveFromBlock,
    });
    return [];
  }
}
