import { StakingError } from './staking-error';
import { EFFECTIVE_BALANCE_INCREMENT_GWEI } from './validator';

/** Electra's initial penalty is one part in this many. */
const MIN_SLASHING_PENALTY_QUOTIENT = 4096n;

/** How many times its share of the stake a crowd that is slashed together loses; three, as a third can halt finality. */
const PROPORTIONAL_SLASHING_MULTIPLIER = 3n;

/**
 * What a validator loses in the block that proves its offence, rounded down, before the floor at zero.
 *
 *   effective / 4096
 *
 * @see Ethereum consensus specs, Electra, `slash_validator` (EIP-7251)
 */
export function initialSlashingGwei(effectiveBalanceGwei: bigint): bigint {
  return effectiveBalanceGwei / MIN_SLASHING_PENALTY_QUOTIENT;
}

/**
 * What a slashed validator loses by how many others were slashed around the same time; rounded down per 1 ETH of its
 * effective balance, before the floor at zero. It falls due at the transition that ends the epoch
 * `withdrawableEpoch − EPOCHS_PER_SLASHINGS_VECTOR / 2`.
 *
 *   floor(min(3 · slashed, active) / (active / 1 ETH)) · (effective / 1 ETH)
 *
 * @param slashedGwei      effective balances slashed in the last `EPOCHS_PER_SLASHINGS_VECTOR` epochs: the sum of the
 *                         state's `slashings`
 * @param totalActiveGwei  effective balance of all active validators
 * @throws {StakingError} less than 1 ETH is active: no chain runs on that
 * @see Ethereum consensus specs, Electra, `process_slashings`
 */
export function correlatedSlashingGwei(
  effectiveBalanceGwei: bigint,
  { slashedGwei, totalActiveGwei }: { readonly slashedGwei: bigint; readonly totalActiveGwei: bigint },
): bigint {
  const activeIncrements = totalActiveGwei / EFFECTIVE_BALANCE_INCREMENT_GWEI;
  if (activeIncrements <= 0n) {
    throw new StakingError('amount-malformed', `${totalActiveGwei} gwei active is no chain: read the state again`);
  }
  const scaled = slashedGwei * PROPORTIONAL_SLASHING_MULTIPLIER;
  const perIncrement = (scaled < totalActiveGwei ? scaled : totalActiveGwei) / activeIncrements;
  return perIncrement * (effectiveBalanceGwei / EFFECTIVE_BALANCE_INCREMENT_GWEI);
}
