import type { Transaction } from './wire';

const LAST_TYPE_OF_FIXED_PRICE = 1n;

/**
 * What a transaction paid for one gas, in wei; undefined where a field for it is missing.
 *
 * @param type  as its receipt says, which the receipts root covers
 * @see EIP-1559: base fee and tip, together not above the transaction's limit; legacy and EIP-2930 name one price
 */
export function gasPriceOf(
  { gasPrice, maxFeePerGas, maxPriorityFeePerGas }: Transaction,
  type: bigint,
  baseFeePerGas: bigint | undefined,
): bigint | undefined {
  if (type <= LAST_TYPE_OF_FIXED_PRICE) return gasPrice ?? undefined;
  if (baseFeePerGas === undefined || maxFeePerGas == null || maxPriorityFeePerGas == null) return undefined;
  const wanted = baseFeePerGas + maxPriorityFeePerGas;
  return wanted < maxFeePerGas ? wanted : maxFeePerGas;
}
