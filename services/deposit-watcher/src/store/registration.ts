/** From which block on an address or an asset counts. */
export interface Registration {
  /** The first block; null: the first at or after `registeredAt` less one hour, and not before the chain's start. */
  readonly effectiveFromBlock: number | null;
  readonly registeredAt: Date;
}

const GRACE_MS = 3_600_000;

/** The time from which on blocks count for a registration that names no block. */
export function countsFrom(registration: Registration): Date {
  return new Date(registration.registeredAt.getTime() - GRACE_MS);
}

/**
 * Whether a block counts for a registration.
 *
 * @param startHeight  first block of the chain that counts for a registration that names no block
 */
export function isEffective(
  registration: Registration,
  block: { readonly height: number; readonly time: Date },
  startHeight: number,
): boolean {
  if (registration.effectiveFromBlock !== null) return block.height >= registration.effectiveFromBlock;
  return block.height >= startHeight && block.time >= countsFrom(registration);
}
