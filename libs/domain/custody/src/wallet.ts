/** What a wallet is for. */
export type WalletRole = 'deposit' | 'hot' | 'warm' | 'cold' | 'gas';

/** Whose money a wallet holds: c the clients', h the house's. */
export type Side = 'c' | 'h';

/** Who of ours holds an address. */
export interface Owner {
  readonly walletId: string;
  readonly role: WalletRole;
  readonly side: Side;
  readonly clientId: string | null;
}
