import { StakingError } from './staking-error';

const PPM = 1_000_000n;

/** What clients and house agreed on for a validator set. */
export interface StakingContract {
  /** The house's part of the income, in parts per million. */
  readonly commissionPpm: bigint;
  readonly slashingBorneBy: 'client' | 'house';
}

/** What a contract carries from one epoch to the next. */
export interface ContractState {
  /** Losses of clients that later income makes good before the house earns again; 0 or more, gwei. */
  readonly lossGwei: bigint;
  /** Commission too small to take yet, in millionths of a gwei: 0 to 999,999. */
  readonly remainder: bigint;
}

export const NEW_CONTRACT: ContractState = { lossGwei: 0n, remainder: 0n };

/** An epoch's result of a validator set, in gwei: the sums of its validators' statements. */
export interface SetResult {
  readonly incomeGwei: bigint;
  /** 0 or less. */
  readonly slashingGwei: bigint;
}

/** toClients + commission − borneByHouse = income + slashing, to the gwei. */
export interface SharedResult {
  /** For the reward pool; negative where clients lose. */
  readonly toClientsGwei: bigint;
  readonly commissionGwei: bigint;
  /** Slashing that the house makes good. */
  readonly borneByHouseGwei: bigint;
  readonly state: ContractState;
}

/**
 * Divides an epoch's result between clients and house.
 *
 *   base       = income + slashing that clients bear
 *   commission = floor((max(0, base − losses carried) · ppm + remainder) / 10^6)
 *
 * The commission is rounded down; the remainder is carried, so over its life a contract takes the floor of the whole,
 * and the house bears the rounding: less than one gwei at any time. No commission is taken until losses are made good.
 *
 * @throws {StakingError} a rate outside 0 to 10^6, or slashing that is a gain
 */
export function shareResult(
  { incomeGwei, slashingGwei }: SetResult,
  { commissionPpm, slashingBorneBy }: StakingContract,
  { lossGwei, remainder }: ContractState,
): SharedResult {
  if (commissionPpm < 0n || commissionPpm > PPM) {
    throw new StakingError('contract-malformed', `A commission of ${commissionPpm} ppm is none: give 0 to ${PPM}`);
  }
  if (slashingGwei > 0n) {
    throw new StakingError('amount-malformed', `Slashing of ${slashingGwei} gwei is a gain: give 0 or less`);
  }
  const borneByHouseGwei = slashingBorneBy === 'house' ? -slashingGwei : 0n;
  const base = incomeGwei + slashingGwei + borneByHouseGwei;
  const overLosses = base - lossGwei;
  const due = (overLosses > 0n ? overLosses : 0n) * commissionPpm + remainder;
  const commissionGwei = due / PPM;
  return {
    toClientsGwei: base - commissionGwei,
    commissionGwei,
    borneByHouseGwei,
    state: { lossGwei: overLosses < 0n ? -overLosses : 0n, remainder: due % PPM },
  };
}
