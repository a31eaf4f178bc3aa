import type { FlowKind } from './flow';

/** What a flow needs to itself. */
export interface Claim {
  readonly kind: FlowKind;
  readonly assetId: string;
  /** The chain's asset that pays fees. */
  readonly nativeAssetId: string;
  readonly fromAddress: string;
  readonly toAddress: string;
}

/**
 * The resources that a flow leases.
 *
 * A sweep has its deposit address to itself: what it moves and what pays its fee. A top-up has the gas of the address
 * that it pays, so that nobody tops it up twice; the gas wallet itself may have many on their way. A movement by hand
 * has its asset at its address.
 */
export function leasesOf({ kind, assetId, nativeAssetId, fromAddress, toAddress }: Claim): string[] {
  if (kind === 'top-up') return [`${toAddress}/gas/${nativeAssetId}`];
  if (kind === 'sweep') return [...new Set([`${fromAddress}/${assetId}`, `${fromAddress}/${nativeAssetId}`])].sort();
  return [`${fromAddress}/${assetId}`];
}
