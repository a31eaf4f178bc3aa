import { Injectable } from '@nestjs/common';
import { isTransit } from '@tributary/domain-flow-graph';
import { addressAccount } from '@tributary/domain-ledger';
import type { AddressAllocated, ReceivedOfType } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { groupOf } from './group-of';
import { edgesAt } from './store/find-edges';
import { graphsWith, ownGroups, setGroup } from './store/groups';
import { addToRollup } from './store/rollup';
import { PlaceRow } from './store/rows';

/** Learns whose address an account is, to group it; value that came before is counted under its group too. */
@Injectable()
export class RecordAddress {
  async handle({ payload }: ReceivedOfType<typeof AddressAllocated>, tx: EntityManager) {
    const { side, role, chain, address, walletId, clientId } = payload;
    const account = addressAccount(side, role, chain, address);
    await ownGroups(tx);
    await tx.upsert(PlaceRow, { account, walletId, clientId }, ['account']);
    const group = groupOf(account, { walletId, clientId });
    for (const graph of await graphsWith(tx, account)) {
      if (graph.group === group) continue;
      const edges = await edgesAt(tx, graph, [account]);
      const transits = new Set(edges.flatMap(({ src, dst }) => [src, dst]).filter(isTransit));
      const direct = edges.filter(({ src, dst }) => !transits.has(src) && !transits.has(dst));
      const counted = [...direct, ...(await edgesAt(tx, graph, [...transits]))];
      await addToRollup(tx, graph, counted, 'out');
      await setGroup(tx, graph, account, group);
      await addToRollup(tx, graph, counted, 'in');
    }
    return [];
  }
}
