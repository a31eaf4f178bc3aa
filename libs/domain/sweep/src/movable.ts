/** What an address holds of an asset, and what one movement may take of it. All in base units. */
export interface Holding {
  /** What the movement may draw on: the units of the address's own side, less what other flows have reserved. */
  readonly units: bigint;
  /** True where the asset pays the network's fees, so that the fee comes out of the same units. */
  readonly isNative: boolean;
  /** Most that the movement may pay the network. */
  readonly maxFee: bigint;
  /** Most that one movement may carry. */
  readonly limit: bigint;
}

/**
 * The value that one sweep moves: all that is there, less what the fee may take, and not more than the mandate's limit.
 *
 *   value = min(limit, units − maxFee)   the native asset
 *   value = min(limit, units)            a token, whose fee the house pays in the native asset
 *
 * What the fee does not use stays at the address and is moved by the next sweep.
 *
 * @returns base units; 0 where there is nothing to move
 */
export function movable({ units, isNative, maxFee, limit }: Holding): bigint {
  const free = isNative ? units - maxFee : units;
  const value = free < limit ? free : limit;
  return value > 0n ? value : 0n;
}

/**
 * What a top-up must carry so that an address can pay one sweep's maximum fee with the house's own units.
 *
 * @returns base units of the native asset; 0 where it can pay already
 */
export function topUpAmount({ maxFee, houseUnits }: { readonly maxFee: bigint; readonly houseUnits: bigint }): bigint {
  const held = houseUnits > 0n ? houseUnits : 0n;
  return maxFee > held ? maxFee - held : 0n;
}
