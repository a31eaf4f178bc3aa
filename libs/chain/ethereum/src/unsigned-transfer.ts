import { encodeFunctionData, erc20Abi, serializeTransaction, type Hex } from 'viem';

/** One movement of value, and what may be paid for it. */
export interface TransferTemplate {
  /** Number of an EIP-155 chain: 1 of `eip155:1`. */
  readonly chainId: number;
  readonly nonce: number;
  /** Who receives. */
  readonly to: string;
  /** Base units of the asset. */
  readonly amount: bigint;
  /** Token contract; left out or null for the native asset. */
  readonly contract?: string | null;
  readonly gasLimit: bigint;
  /** Wei per gas, base fee and tip together; the fee is at most gasLimit times this. */
  readonly maxFeePerGas: bigint;
  /** Wei per gas. */
  readonly maxPriorityFeePerGas: bigint;
}

/**
 * The bytes to sign for a transfer: an EIP-1559 transaction, one ERC-20 `transfer` call where a contract is named.
 * Equal templates give equal bytes, so what was approved can be told from its template.
 *
 * @throws {Error} an address, amount or fee that no transaction can hold: the template is broken
 */
export function unsignedTransfer(template: TransferTemplate): Hex {
  const { chainId, nonce, gasLimit, maxFeePerGas, maxPriorityFeePerGas } = template;
  const call = transferCall(template);
  return serializeTransaction({
    ...{ type: 'eip1559', chainId, nonce, gas: gasLimit, maxFeePerGas, maxPriorityFeePerGas },
    ...{ to: call.to, value: call.valueWei, data: call.data },
  });
}

/** What a transfer calls: its receiver with the value, or its token's contract without any. */
export function transferCall({ to, amount, contract }: Pick<TransferTemplate, 'to' | 'amount' | 'contract'>): {
  readonly to: Hex;
  readonly valueWei: bigint;
  readonly data: Hex | undefined;
} {
  if (!contract) return { to: to as Hex, valueWei: amount, data: undefined };
  const data = encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [to as Hex, amount] });
  return { to: contract as Hex, valueWei: 0n, data };
}
