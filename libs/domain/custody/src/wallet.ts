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

/** Why no wallet of this side can have this role; undefined where one can. */
export function sideFault(role: WalletRole, side: Side): string | undefined {
  if (role === 'deposit' && side === 'h') return "a deposit wallet holds the clients' money: its side is c";
  if (role === 'gas' && side === 'c') return "network fees are paid with the house's money: a gas wallet's side is h";
  return undefined;
}

/** Why an address of such a wallet cannot be a client's; undefined where it can. */
export function clientFault({ role, side }: { readonly role: WalletRole; readonly side: Side }): string | undefined {
  if (side === 'h') return "the wallet is the house's: leave the client out, or take a deposit wallet of side c";
  if (role !== 'deposit') return `the wallet's role is ${role}: a client's address belongs to a deposit wallet`;
  return undefined;
}
