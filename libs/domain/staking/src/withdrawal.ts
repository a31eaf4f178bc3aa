import {
  FAR_FUTURE_EPOCH,
  isCompounding,
  maxEffectiveBalanceGwei,
  MIN_ACTIVATION_BALANCE_GWEI,
  paysOut,
  type Validator,
} from './validator';

/**
 * Why the chain pays out: all of it after the exit (full), what is over the most that counts (excess), or a part that
 * was asked for from the execution layer (requested, EIP-7002). No rule of the chain explains an inexplicable one.
 */
export type WithdrawalCause = 'full' | 'excess' | 'requested' | 'inexplicable';

/**
 * What the chain's sweep takes from a validator as its turn comes: all once it is withdrawable; before, the excess
 * over 32 ETH (0x01) or 2048 ETH (0x02), if its effective balance has reached that.
 *
 * @returns gwei, 0 where the sweep passes it by
 * @see Ethereum consensus specs, Electra, `get_validators_sweep_withdrawals`
 */
export function sweptGwei(validator: Validator, balanceGwei: bigint, epoch: bigint): bigint {
  if (!paysOut(validator)) return 0n;
  if (validator.withdrawableEpoch <= epoch) return balanceGwei;
  const most = maxEffectiveBalanceGwei(validator);
  return validator.effectiveBalanceGwei === most && balanceGwei > most ? balanceGwei - most : 0n;
}

/**
 * Which rule of the chain explains a withdrawal, so that one that none explains is seen: the node lies, a balance
 * before it was mis-stated, or the rules have changed.
 *
 * @param balanceGwei  right before the withdrawal: the preceding step of the epoch's statement
 * @see Ethereum consensus specs, Electra, `get_expected_withdrawals`
 */
export function withdrawalCause(
  amountGwei: bigint,
  {
    validator,
    balanceGwei,
    epoch,
  }: { readonly validator: Validator; readonly balanceGwei: bigint; readonly epoch: bigint },
): WithdrawalCause {
  if (amountGwei <= 0n) return 'inexplicable';
  if (amountGwei === sweptGwei(validator, balanceGwei, epoch)) {
    return validator.withdrawableEpoch <= epoch ? 'full' : 'excess';
  }
  const canAsk =
    isCompounding(validator) &&
    validator.exitEpoch === FAR_FUTURE_EPOCH &&
    validator.effectiveBalanceGwei >= MIN_ACTIVATION_BALANCE_GWEI;
  return canAsk && amountGwei <= balanceGwei - MIN_ACTIVATION_BALANCE_GWEI ? 'requested' : 'inexplicable';
}
