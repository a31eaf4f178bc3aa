import type { ChainId, Side, TransferId, WalletRole } from '@tributary/domain-custody';
import type { Account } from './account';

/** A node of the flow graph: an account, an outside party or a credit. */
export type NodeId = string;

/** An outside party, by its address. */
export function outside(address: string): NodeId {
  return `outside:${address}`;
}

/** Where a claim comes from: the deposit that was credited. */
export function credit(transferId: TransferId): NodeId {
  return `credit:${transferId}`;
}

/** The network, which takes the fees. */
export const NETWORK_FEES: NodeId = 'fees:network';

/** What a node of the graph stands for. */
export type Place =
  | { readonly kind: 'outside'; readonly address: string }
  | { readonly kind: 'fees' }
  | { readonly kind: 'credit'; readonly transferId: TransferId }
  | {
      readonly kind: 'address';
      readonly side: Side;
      readonly role: WalletRole;
      readonly chain: ChainId;
      readonly address: string;
    }
  | { readonly kind: 'transit'; readonly side: Side; readonly flowKind: string; readonly flow: string }
  | { readonly kind: 'pending'; readonly clientId: string; readonly transferId: TransferId }
  | { readonly kind: 'available'; readonly clientId: string }
  | { readonly kind: 'suspense'; readonly transferId: TransferId }
  | { readonly kind: 'account'; readonly account: Account };

/** Reads a node's id; what follows no pattern known here is just an account. */
export function placeOf(node: NodeId): Place {
  const read = (pattern: RegExp) => pattern.exec(node)?.slice(1) as [string, string, string, string] | undefined;

  if (node === NETWORK_FEES) return { kind: 'fees' };

  const party = read(/^outside:(.+)$/);
  if (party) return { kind: 'outside', address: party[0] };

  const credited = read(/^credit:(.+)$/);
  if (credited) return { kind: 'credit', transferId: credited[0] };

  const transit = read(/^assets:([ch]):transit:([a-z]+):(.+)$/);
  if (transit) return { kind: 'transit', side: transit[0] as Side, flowKind: transit[1], flow: transit[2] };

  const address = read(/^assets:([ch]):(deposit|hot|warm|cold|gas):([^:]+:[^:]+):(.+)$/);
  if (address) {
    const [side, role, chain, text] = address;
    return { kind: 'address', side: side as Side, role: role as WalletRole, chain, address: text };
  }
  const pending = read(/^liabilities:c:pending:(.+):([^:]+:[^:/]+\/[^/]+\/.+)$/);
  if (pending) return { kind: 'pending', clientId: pending[0], transferId: pending[1] };

  const available = read(/^liabilities:c:available:(.+)$/);
  if (available) return { kind: 'available', clientId: available[0] };

  const held = read(/^liabilities:c:suspense:(.+)$/);
  if (held) return { kind: 'suspense', transferId: held[0] };

  return { kind: 'account', account: node };
}
