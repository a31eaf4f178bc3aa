/** Whose units paid something, in base units. */
export interface Split {
  readonly client: bigint;
  readonly house: bigint;
}

/** What an address holds of an asset, by whose it is. */
export type Units = Split;

/**
 * Who pays a network fee out of an address: the house as far as its units there reach, the clients the rest, which the
 * house then owes them. This is the rule of the books, so that both agree to the unit.
 *
 * @param side  c the clients' address, h the house's, which pays all
 */
export function feeSplit(held: Units, fee: bigint, side: 'c' | 'h'): Split {
  if (side === 'h') return { client: 0n, house: fee };
  const house = least(fee, atLeastZero(held.house));
  return { client: fee - house, house };
}

/**
 * Whose units left with a movement that nobody planned: the side's that owns the address first, then the other's.
 *
 * @param side  c the clients' address, h the house's
 */
export function outflowSplit(held: Units, amount: bigint, side: 'c' | 'h'): Split {
  if (side === 'h') return { client: 0n, house: amount };
  const house = least(amount - least(amount, atLeastZero(held.client)), atLeastZero(held.house));
  return { client: amount - house, house };
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function atLeastZero(units: bigint): bigint {
  return units > 0n ? units : 0n;
}
