import type { ChainId, Side, TransferId, WalletRole } from '@tributary/domain-custody';
import { LedgerError } from './ledger-error';

/** Path of an account: its first word is its class, its second its side, e.g. `assets:c:hot:eip155:1:0xab…`. */
export type Account = string;

/** On which side of an account its value stands. Balances are kept debit-positive; people read the normal side. */
const NORMAL_SIDE = {
  assets: 'debit',
  expenses: 'debit',
  trading: 'debit',
  liabilities: 'credit',
  equity: 'credit',
  income: 'credit',
} as const;

export type AccountClass = keyof typeof NORMAL_SIDE;

/** @throws {LedgerError} the path starts with no class of the chart of accounts */
export function classOf(account: Account): AccountClass {
  const first = account.slice(0, account.indexOf(':'));
  if (first in NORMAL_SIDE) return first as AccountClass;
  throw new LedgerError(
    'account-unknown',
    `"${account}" has no class: start it with ${Object.keys(NORMAL_SIDE).join(', ')}`,
  );
}

/** @throws {LedgerError} the path's second word is neither c nor h */
export function sideOf(account: Account): Side {
  const second = account.split(':', 2)[1];
  if (second === 'c' || second === 'h') return second;
  throw new LedgerError('account-unknown', `"${account}" has no side: its second word is c (clients) or h (house)`);
}

/** A debit-positive balance as people read it: positive on the account's normal side. Its own inverse. */
export function onNormalSide(account: Account, debitPositive: bigint): bigint {
  return NORMAL_SIDE[classOf(account)] === 'debit' ? debitPositive : -debitPositive;
}

/** Coins at one of our addresses. */
export function addressAccount(side: Side, role: WalletRole, chain: ChainId, address: string): Account {
  return `assets:${side}:${role}:${chain}:${address}`;
}

/** The house's coins at an address, set aside for network fees; on an address of clients they stand beside theirs. */
export function gasAccount(chain: ChainId, address: string): Account {
  return addressAccount('h', 'gas', chain, address);
}

/** Coins on their way, one account per flow, so that each is a pipe that is empty again at the end. */
export function transitAccount(side: Side, way: 'deposit' | 'sweep' | 'internal', flow: string): Account {
  return `assets:${side}:transit:${way}:${flow}`;
}

/** Coins of a confirmed deposit, before finality puts them at their address. */
export function depositTransit(transferId: TransferId): Account {
  return transitAccount('c', 'deposit', transferId);
}

/** A client's claim to a confirmed deposit; one account each, as pooled ones would change who funded what. */
export function pendingClaim(clientId: string, transferId: TransferId): Account {
  return `liabilities:c:pending:${clientId}:${transferId}`;
}

/** What a client may use. */
export function availableClaim(clientId: string): Account {
  return `liabilities:c:available:${clientId}`;
}

/** Coins on the clients' side that nobody claims yet, until someone resolves the break. */
export function suspense(breakId: string): Account {
  return `liabilities:c:suspense:${breakId}`;
}

/** What the house is short of, until someone resolves the break. */
export function houseSuspense(breakId: string): Account {
  return `assets:h:suspense:${breakId}`;
}

/** What a client owes the house: it spent a deposit that a reorg past finality took away. */
export function receivable(clientId: string): Account {
  return `assets:h:receivable:${clientId}`;
}

/** What the house paid the network. */
export const NETWORK_FEE: Account = 'expenses:h:network-fee';

/** What the house put in itself. */
export const HOUSE_CAPITAL: Account = 'equity:h:capital';

/** What the house owes the client side, and its mirror on the house's side. */
export const DUE_FROM_HOUSE: Account = 'assets:c:due-from-house';
export const DUE_TO_CLIENTS: Account = 'liabilities:h:due-to-clients';

/** What the client side owes the house, and its mirror on the house's side. */
export const DUE_TO_HOUSE: Account = 'liabilities:c:due-to-house';
export const DUE_FROM_CLIENTS: Account = 'assets:h:due-from-clients';
