import {
  DUE_FROM_CLIENTS,
  DUE_FROM_HOUSE,
  DUE_TO_CLIENTS,
  DUE_TO_HOUSE,
  classOf,
  sideOf,
  type Account,
} from './account';
import type { Movement } from './entry';
import { placeOf } from './place';
import { post, type Balances } from './post';

/** A rule of the books that does not hold, and where. */
export interface Violation {
  readonly rule: 1 | 2 | 3 | 4 | 5 | 6;
  readonly detail: string;
}

/** Rule 1, of an entry: no movement crosses sides. (A book cannot be crossed: an entry names one.) */
export function sidesKept(movements: readonly Movement[]): Violation[] {
  return movements
    .filter(({ debit, credit }) => sideOf(debit) !== sideOf(credit))
    .map(({ debit, credit }) => ({ rule: 1, detail: `${debit} -> ${credit} crosses sides` }));
}

/** Rule 1, of a book: balances equal the sum of its movements. */
export function balancesAddUp(balances: Balances, movements: readonly Movement[]): Violation[] {
  const summed = post(movements, new Map()).balances;
  return [...new Set([...balances.keys(), ...summed.keys()])]
    .filter((account) => (balances.get(account) ?? 0n) !== (summed.get(account) ?? 0n))
    .map((account) => ({
      rule: 1,
      detail: `${account} stands at ${balances.get(account)}, its movements sum to ${summed.get(account)}`,
    }));
}

/** Rule 2: client assets = client liabilities + due-to-house + suspense − trading, trading debit-positive. */
export function claimsCovered(balances: Balances): Violation[] {
  let net = 0n;
  for (const [account, balance] of balances) {
    if (sideOf(account) === 'c' && ['assets', 'liabilities', 'trading'].includes(classOf(account))) net += balance;
  }
  return net === 0n ? [] : [{ rule: 2, detail: `client assets exceed the claims on them by ${net}` }];
}

/** Rule 3, of an entry: what the house owes the clients, and they the house, stands alike on both sides. */
export function duesMirrored(movements: readonly Movement[]): Violation[] {
  const { balances } = post(movements, new Map());
  return (
    [
      [DUE_FROM_HOUSE, DUE_TO_CLIENTS],
      [DUE_FROM_CLIENTS, DUE_TO_HOUSE],
    ] as const
  )
    .filter(([due, owed]) => (balances.get(due) ?? 0n) + (balances.get(owed) ?? 0n) !== 0n)
    .map(([due, owed]) => ({ rule: 3, detail: `${due} and ${owed} moved apart` }));
}

/** Rule 4: no asset account below zero, no liability in debit. */
export function noneOverdrawn(balances: Balances): Violation[] {
  return [...balances]
    .filter(([account, balance]) => {
      const kind = classOf(account);
      return (kind === 'assets' && balance < 0n) || (kind === 'liabilities' && balance > 0n);
    })
    .map(([account, balance]) => ({ rule: 4, detail: `${account} would stand at ${balance}, debit-positive` }));
}

/** Rule 5: per address, c and h accounts together equal the coins on the chain at the finalized height. */
export function coinsOnChain(balances: Balances, coins: ReadonlyMap<string, bigint>): Violation[] {
  const booked = new Map<string, bigint>();
  for (const [account, balance] of balances) {
    const place = placeOf(account);
    if (place.kind === 'address') booked.set(place.address, (booked.get(place.address) ?? 0n) + balance);
  }
  return [...new Set([...booked.keys(), ...coins.keys()])]
    .filter((address) => (booked.get(address) ?? 0n) !== (coins.get(address) ?? 0n))
    .map((address) => ({
      rule: 5,
      detail: `${address} has ${coins.get(address)} on the chain, ${booked.get(address)} in the book`,
    }));
}

/** Rule 6: the accounts of a flow are empty when it ends. */
export function flowDrained(balances: Balances, drains: readonly Account[]): Violation[] {
  return drains
    .filter((account) => (balances.get(account) ?? 0n) !== 0n)
    .map((account) => ({ rule: 6, detail: `${account} still holds ${balances.get(account)}` }));
}
