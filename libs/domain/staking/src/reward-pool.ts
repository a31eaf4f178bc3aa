import { StakingError } from './staking-error';

/** One gwei in the pool's fixed point: 2^96 units, and shares stay far below that. */
export const UNITS_PER_GWEI = 2n ** 96n;

/**
 * Income of a validator set that clients share, by a cumulative index: an epoch costs one row, however many clients.
 *
 * A client has shares in proportion to what it staked, usually one per gwei. At every step
 *
 *   Σ owed + carry = (accrued − paid out) · 2^96
 *
 * exactly, where owed is brought up to the index: nothing is lost to rounding, and no sum is off by a gwei.
 */
export interface RewardPool {
  /** Sum of the shares of all holdings. */
  readonly shares: bigint;
  /** What one share has earned since the pool began, in 2^-96 gwei; falls with a loss. */
  readonly index: bigint;
  /** What the index could not express of what was accrued, in 2^-96 gwei: 0 or more. */
  readonly carry: bigint;
}

/** A client's part in a pool. */
export interface Holding {
  readonly clientId: string;
  readonly shares: bigint;
  /** The pool's index up to which `owed` counts. */
  readonly index: bigint;
  /** Earned and not paid out, in 2^-96 gwei; negative after a loss, or the last payout's rounding up. */
  readonly owed: bigint;
}

export const EMPTY_POOL: RewardPool = { shares: 0n, index: 0n, carry: 0n };

/** A client's part before its first share. */
export function newHolding(pool: RewardPool, clientId: string): Holding {
  return { clientId, shares: 0n, index: pool.index, owed: 0n };
}

/** Income that came when nobody had a share, so that nobody earned it: whose it is the contract says, not the pool. */
export interface NobodyHolds {
  readonly code: 'nobody-holds';
  readonly unallocatedGwei: bigint;
}

/**
 * Adds an epoch's net income, or takes its loss: alike by shares.
 *
 *   index += floor((net · 2^96 + carry) / shares), what is left over is the next carry
 *
 * Rounded down, for a loss too: the carry, 0 or more, bears it until the next accrual. Accrue an epoch before any
 * change of shares that takes effect after it.
 *
 * @param netGwei  after commission; signed
 */
export function accrue(pool: RewardPool, netGwei: bigint): RewardPool | NobodyHolds {
  if (pool.shares === 0n) return { code: 'nobody-holds', unallocatedGwei: netGwei };
  const units = netGwei * UNITS_PER_GWEI + pool.carry;
  const perShare = floorDiv(units, pool.shares);
  return { ...pool, index: pool.index + perShare, carry: units - perShare * pool.shares };
}

/** Brings a holding up to the pool's index. */
export function settle(pool: RewardPool, holding: Holding): Holding {
  const earned = holding.shares * (pool.index - holding.index);
  return { ...holding, index: pool.index, owed: holding.owed + earned };
}

/**
 * A client joins, tops up, restakes or leaves: what it earned so far is settled first, by the shares it had.
 *
 * @param by  shares added, or taken away where negative
 * @throws {StakingError} more are taken away than it has, or more are added than the fixed point bears
 */
export function changeShares(
  pool: RewardPool,
  holding: Holding,
  by: bigint,
): { readonly pool: RewardPool; readonly holding: Holding } {
  const shares = holding.shares + by;
  const total = pool.shares + by;
  if (shares < 0n || total >= UNITS_PER_GWEI) {
    throw new StakingError(
      'amount-malformed',
      `${holding.clientId} has ${holding.shares} shares of ${pool.shares}, which cannot change by ${by}`,
    );
  }
  return { pool: { ...pool, shares: total }, holding: { ...settle(pool, holding), shares } };
}

/** What a holding is owed in whole gwei, rounded down: for a screen, between payouts. */
export function owedGwei(pool: RewardPool, holding: Holding): bigint {
  return floorDiv(settle(pool, holding).owed, UNITS_PER_GWEI);
}

/** Everything accrued since the last payout, divided to the gwei. */
export interface Payout {
  readonly totalGwei: bigint;
  /** Signed: a client pays where the pool lost. Σ = totalGwei. */
  readonly payments: readonly { readonly clientId: string; readonly gwei: bigint }[];
  readonly holdings: readonly Holding[];
}

/**
 * Pays out all that a pool has accrued, in whole gwei: each client's part rounded down, and the gwei that are left by
 * largest remainder, at most one each (among equals by client id). Who got one owes that fraction to the next payout,
 * so no client is ever a gwei away from its exact part.
 *
 * @param holdings  all of the pool's, those without shares that are owed something too
 * @throws {StakingError} holdings are missing, or do not add up: nothing may be paid from these books
 */
export function payOut(pool: RewardPool, holdings: readonly Holding[]): Payout {
  const settled = holdings.map((holding) => settle(pool, holding));
  const units = settled.reduce((sum, { owed }) => sum + owed, pool.carry);
  const shares = settled.reduce((sum, holding) => sum + holding.shares, 0n);
  if (shares !== pool.shares || units % UNITS_PER_GWEI !== 0n) {
    throw new StakingError(
      'pool-out-of-balance',
      `${settled.length} holdings have ${shares} shares of ${pool.shares} and are owed ${units} units, which is no ` +
        `whole gwei: pay out with all holdings of this pool, read in one transaction`,
    );
  }
  const totalGwei = units / UNITS_PER_GWEI;
  const parts = settled.map(({ clientId, owed }) => {
    const whole = floorDiv(owed, UNITS_PER_GWEI);
    return { clientId, whole, fraction: owed - whole * UNITS_PER_GWEI };
  });
  const left = totalGwei - parts.reduce((sum, { whole }) => sum + whole, 0n);
  const ranked = parts.toSorted((a, b) => compare(b.fraction, a.fraction) || compare(a.clientId, b.clientId));
  const lucky = new Set(ranked.slice(0, Number(left)).map(({ clientId }) => clientId));
  const payments = parts.map(({ clientId, whole }) => ({ clientId, gwei: whole + (lucky.has(clientId) ? 1n : 0n) }));
  return {
    totalGwei,
    payments,
    holdings: settled.map((holding, i) => ({
      ...holding,
      owed: holding.owed - (payments[i]?.gwei ?? 0n) * UNITS_PER_GWEI,
    })),
  };
}

/** Rounds toward minus infinity; `/` of bigint rounds toward zero. */
function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

const compare = <T extends bigint | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
