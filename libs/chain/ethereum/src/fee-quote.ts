/** What gas costs just now by a node's word, in wei per gas. */
export interface FeeQuote {
  /** Of the next block; burnt. */
  readonly baseFeePerGas: bigint;
  /** The tip that the node suggests. */
  readonly maxPriorityFeePerGas: bigint;
  /** A limit that the next five blocks pass even when each is full: twice the base fee, and the tip. */
  readonly maxFeePerGas: bigint;
}

/** @see EIP-1559: a full block raises the base fee by an eighth, and 1.125^5 is below 2 */
export function feeQuote(baseFeePerGas: bigint, maxPriorityFeePerGas: bigint): FeeQuote {
  return { baseFeePerGas, maxPriorityFeePerGas, maxFeePerGas: 2n * baseFeePerGas + maxPriorityFeePerGas };
}
