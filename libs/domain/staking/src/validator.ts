/** Gwei in 32 ETH: what activates a validator, and the most that counts on 0x01 credentials. */
export const MIN_ACTIVATION_BALANCE_GWEI = 32_000_000_000n;

/** Gwei in 2048 ETH: the most that counts on 0x02 credentials. */
export const MAX_EFFECTIVE_BALANCE_GWEI = 2_048_000_000_000n;

/** Effective balances are whole multiples of this: 1 ETH. */
export const EFFECTIVE_BALANCE_INCREMENT_GWEI = 1_000_000_000n;

/** The epoch of what is not foreseen, e.g. the exit of a validator that nobody asked to leave. */
export const FAR_FUTURE_EPOCH = 2n ** 64n - 1n;

/** A validator as a beacon state has it; a beacon node answers with the same words in snake case. */
export interface Validator {
  /** First byte decides: 0x01 pays the excess over 32 ETH out by itself, 0x02 compounds, 0x00 pays nothing out. */
  readonly withdrawalCredentials: string;
  readonly effectiveBalanceGwei: bigint;
  readonly exitEpoch: bigint;
  readonly withdrawableEpoch: bigint;
}

/** Whether rewards stay with the validator and earn in their turn (0x02). */
export function isCompounding({ withdrawalCredentials }: Validator): boolean {
  return withdrawalCredentials.startsWith('0x02');
}

/** Whether the chain pays out to an address of the execution layer (0x01 or 0x02). */
export function paysOut(validator: Validator): boolean {
  return validator.withdrawalCredentials.startsWith('0x01') || isCompounding(validator);
}

/**
 * The most of a validator's balance that counts.
 *
 * @see Ethereum consensus specs, Electra, `get_max_effective_balance` (EIP-7251)
 */
export function maxEffectiveBalanceGwei(validator: Validator): bigint {
  return isCompounding(validator) ? MAX_EFFECTIVE_BALANCE_GWEI : MIN_ACTIVATION_BALANCE_GWEI;
}
