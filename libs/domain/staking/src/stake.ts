import { COMPONENTS, type EpochStatement } from './balance-identity';
import { StakingError } from './staking-error';

/**
 * What the books say of a validator, in gwei: together its balance on the chain and its deposits that still wait in the
 * chain's queue, less what is in suspense.
 */
export interface Stake {
  /** Deposited, less what was returned or lost. */
  readonly principalGwei: bigint;
  /** Earned and not paid out yet; gross, as commission is settled in the books. */
  readonly accruedGwei: bigint;
}

/** A withdrawal told apart: what it pays of the income, what it returns of the stake, what the books know nothing of. */
export interface WithdrawalSplit {
  readonly rewardGwei: bigint;
  readonly principalGwei: bigint;
  /** For suspense: more came than the books hold. */
  readonly unexplainedGwei: bigint;
  readonly stake: Stake;
}

/**
 * Income accrues; a loss takes what is accrued first and the principal after it.
 *
 * @throws {StakingError} the loss is more than the stake: a deposit is not booked yet
 */
export function earn({ principalGwei, accruedGwei }: Stake, incomeGwei: bigint): Stake {
  const accrued = accruedGwei + incomeGwei;
  if (accrued >= 0n) return { principalGwei, accruedGwei: accrued };
  if (principalGwei + accrued < 0n) {
    throw new StakingError(
      'amount-malformed',
      `A loss of ${-incomeGwei} gwei is more than the stake of ${principalGwei + accruedGwei}: book its deposits first`,
    );
  }
  return { principalGwei: principalGwei + accrued, accruedGwei: 0n };
}

/**
 * Tells reward from returned principal: a withdrawal pays out what is accrued first, the rest returns principal.
 *
 * The chain does not say which is which; this rule agrees with it at both ends. The sweep takes the excess over the most
 * that counts: where no more than that was deposited, the excess is accrued income to the gwei. A full withdrawal takes
 * all: the income that was not paid out before, and the principal to the gwei. In between, the effective balance cannot
 * tell, as a compounding validator's rewards raise it.
 *
 * @throws {StakingError} nothing is withdrawn
 * @see Ethereum consensus specs, Electra, `get_expected_withdrawals`
 */
export function splitWithdrawal(amountGwei: bigint, stake: Stake): WithdrawalSplit {
  if (amountGwei <= 0n) {
    throw new StakingError(
      'amount-malformed',
      `A withdrawal of ${amountGwei} gwei is none: give what the chain paid out`,
    );
  }
  const rewardGwei = min(amountGwei, stake.accruedGwei);
  const principalGwei = min(amountGwei - rewardGwei, stake.principalGwei);
  return {
    rewardGwei,
    principalGwei,
    unexplainedGwei: amountGwei - rewardGwei - principalGwei,
    stake: { principalGwei: stake.principalGwei - principalGwei, accruedGwei: stake.accruedGwei - rewardGwei },
  };
}

/**
 * Books an epoch's statement in the order in which it happened: income and losses, and each withdrawal told apart by
 * what had accrued until then. What moves between queue and balance neither comes nor goes; a consolidation concerns
 * two stakes, see `consolidate`.
 */
export function bookEpoch(
  before: Stake,
  { steps }: EpochStatement,
): { readonly stake: Stake; readonly withdrawals: readonly WithdrawalSplit[] } {
  let stake = before;
  const withdrawals: WithdrawalSplit[] = [];
  for (const { component, movedGwei } of steps) {
    if (component === 'withdrawal') {
      const split = splitWithdrawal(-movedGwei, stake);
      withdrawals.push(split);
      stake = split.stake;
    } else if (component === 'undivided' || COMPONENTS[component].nature !== 'principal') {
      stake = earn(stake, movedGwei);
    }
  }
  return { stake, withdrawals };
}

/**
 * Moves stake to the validator that it is consolidated into: principal first, then what accrued, and each stays what it
 * is. What the chain leaves behind is swept as a full withdrawal, so it should be income.
 *
 * @param amountGwei  what the chain moved: min(balance, effective balance) of the source
 * @throws {StakingError} more is moved than the source has
 * @see Ethereum consensus specs, Electra, `process_pending_consolidations`
 */
export function consolidate(
  source: Stake,
  target: Stake,
  amountGwei: bigint,
): { readonly source: Stake; readonly target: Stake } {
  const principalGwei = min(amountGwei, source.principalGwei);
  const accruedGwei = amountGwei - principalGwei;
  if (amountGwei < 0n || accruedGwei > source.accruedGwei) {
    throw new StakingError(
      'amount-malformed',
      `${amountGwei} gwei cannot be consolidated out of ${source.principalGwei + source.accruedGwei}: book its epochs first`,
    );
  }
  return {
    source: {
      principalGwei: source.principalGwei - principalGwei,
      accruedGwei: source.accruedGwei - accruedGwei,
    },
    target: {
      principalGwei: target.principalGwei + principalGwei,
      accruedGwei: target.accruedGwei + accruedGwei,
    },
  };
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
