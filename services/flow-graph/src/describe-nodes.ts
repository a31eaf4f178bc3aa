import { placeOf, type NodeId } from '@tributary/domain-ledger';
import type { EntityManager } from '@tributary/platform-service';
import { placesOf } from './store/places';

/** Names nodes as people know them. */
export async function describeNodes(
  db: EntityManager,
  nodes: readonly NodeId[],
): Promise<{ id: NodeId; kind: string; label: string }[]> {
  const places = await placesOf(db, nodes);
  return nodes.map((id) => {
    const place = placeOf(id);
    switch (place.kind) {
      case 'outside':
        return { id, kind: 'outside', label: place.address };
      case 'credit':
        return { id, kind: 'credit', label: 'Finalized deposit' };
      case 'transit':
        return { id, kind: 'transit', label: `In transit: ${place.flowKind}` };
      case 'address': {
        const known = places.get(id);
        const label = known?.clientId ?? known?.label ?? place.address;
        return { id, kind: place.role === 'deposit' ? 'deposit' : 'wallet', label };
      }
      case 'pending':
        return { id, kind: 'pending', label: `${place.clientId}, pending` };
      case 'available':
        return { id, kind: 'claim', label: `${place.clientId}, available` };
      case 'suspense':
        return { id, kind: 'suspense', label: 'Unattributed' };
      case 'account':
        return { id, kind: 'account', label: place.account };
    }
  });
}
