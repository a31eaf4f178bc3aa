import { placeOf, type NodeId } from '@tributary/domain-ledger';
import type { EntityManager } from '@tributary/platform-service';
import { placesOf } from './store/places';

/** A node as people know it. */
export interface NodeDescription {
  readonly id: NodeId;
  readonly kind: string;
  readonly label: string;
  /** The wallet of an address; null of all else, and while the registry has not said whose it is. */
  readonly walletId: string | null;
}

/** Names nodes as people know them. */
export async function describeNodes(db: EntityManager, nodes: readonly NodeId[]): Promise<NodeDescription[]> {
  const places = await placesOf(db, nodes);
  const lookOf = (id: NodeId) => {
    const place = placeOf(id);
    switch (place.kind) {
      case 'outside':
        return { kind: 'outside', label: place.address };
      case 'fees':
        return { kind: 'fee', label: 'Network fees' };
      case 'credit':
        return { kind: 'credit', label: 'Finalized deposit' };
      case 'transit':
        return { kind: 'transit', label: `In transit: ${place.flowKind}` };
      case 'address': {
        const known = places.get(id);
        if (!known && place.role === 'gas') return { kind: 'wallet', label: `Gas at ${place.address}` };
        const label = known?.clientId ?? known?.label ?? place.address;
        return { kind: place.role === 'deposit' ? 'deposit' : 'wallet', label };
      }
      case 'pending':
        return { kind: 'pending', label: `${place.clientId}, pending` };
      case 'available':
        return { kind: 'claim', label: `${place.clientId}, available` };
      case 'suspense':
        return { kind: 'suspense', label: 'Unattributed' };
      case 'account':
        return { kind: 'account', label: place.account };
    }
  };
  return nodes.map((id) => ({ id, ...lookOf(id), walletId: places.get(id)?.walletId ?? null }));
}
