import { placeOf, type NodeId } from '@tributary/domain-ledger';

/** Whose address an account is. */
export interface Owner {
  readonly walletId: string;
  readonly clientId: string | null;
}

/**
 * The group that a node is drawn in: deposit addresses by client, other addresses by wallet.
 *
 * @param owner  undefined while the registry has not said whose it is: then an address stands by itself
 */
export function groupOf(node: NodeId, owner: Owner | undefined): string {
  const place = placeOf(node);
  switch (place.kind) {
    case 'address':
      if (owner?.clientId) return `client:${owner.clientId}`;
      if (owner) return place.role === 'deposit' ? 'unattributed' : `wallet:${owner.walletId}`;
      return place.side === 'h' && place.role === 'gas' ? 'gas' : node;
    case 'transit':
      return `transit:${place.flowKind}`;
    case 'credit':
      return 'credits';
    case 'pending':
    case 'available':
      return `${place.kind}:${place.clientId}`;
    case 'fees':
    case 'suspense':
      return place.kind;
    case 'outside':
    case 'account':
      return node;
  }
}
