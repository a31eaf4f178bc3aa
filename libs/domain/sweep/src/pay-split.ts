/** Whose units paid something, in base units. */
export interface Split {
  readonly client: bigint;
  readonly house: bigint;
}

/**
 * Who pays what leaves an address at the house's expense, a network fee or a loss that nobody explains: the house as
 * far as its units there reach, the clients the rest, which the house then owes them. This is the rule of the books,
 * so that both agree to the unit.
 *
 * @param held    what the address holds of the asset, by whose it is
 * @param amount  base units that left
 * @param side    c the clients' address, h the house's, which pays all
 */
export function paySplit(held: Split, amount: bigint, side: 'c' | 'h'): Split {
  if (side === 'h') return { client: 0n, house: amount };
  const reach = held.house > 0n ? held.house : 0n;
  const house = amount < reach ? amount : reach;
  return { client: amount - house, house };
}
