import { StakingError } from './staking-error';

/** Whose money a change of balance is: earned or lost by duty, lost by slashing, or the stake itself on its way. */
export type Nature = 'duty' | 'slashing' | 'principal';

/** How the chain applies one component of the identity. */
export interface ComponentRule {
  /** Between two epochs, or in a block. */
  readonly at: 'transition' | 'block';
  readonly nature: Nature;
  /** The chain says an amount and takes no more than is there; otherwise the amount was drawn from the balance. */
  readonly floored: boolean;
  /** The one direction in which it can move a balance, where it has only one. */
  readonly sign?: 1 | -1;
}

/**
 * What moves a balance from the end of one epoch to the end of the next, in the order in which the chain applies it:
 * first the transition, then each block. Order matters where a balance reaches zero.
 *
 * source, target, head  votes of the epoch before the one that ends
 * consolidation         between two validators: the source's balance as far as it was effective
 * forkMigration         what a fork itself put into or took out of a balance
 * proposer              for what a proposed block included: attestations, sync aggregate, slashings
 * excessQueued          over 32 ETH, back into the queue of deposits when 0x01 credentials become 0x02
 *
 * @see Ethereum consensus specs, Electra: `process_epoch`, `process_block`, `process_operations`
 */
export const COMPONENTS = {
  source: { at: 'transition', nature: 'duty', floored: true },
  target: { at: 'transition', nature: 'duty', floored: true },
  head: { at: 'transition', nature: 'duty', floored: true },
  inactivity: { at: 'transition', nature: 'duty', floored: true },
  correlatedSlashing: { at: 'transition', nature: 'slashing', floored: true, sign: -1 },
  deposit: { at: 'transition', nature: 'principal', floored: false, sign: 1 },
  consolidation: { at: 'transition', nature: 'principal', floored: true },
  forkMigration: { at: 'transition', nature: 'principal', floored: false },
  withdrawal: { at: 'block', nature: 'principal', floored: false, sign: -1 },
  initialSlashing: { at: 'block', nature: 'slashing', floored: true, sign: -1 },
  proposer: { at: 'block', nature: 'duty', floored: false, sign: 1 },
  excessQueued: { at: 'block', nature: 'principal', floored: false, sign: -1 },
  syncCommittee: { at: 'block', nature: 'duty', floored: true },
} as const satisfies Record<string, ComponentRule>;

export type Component = keyof typeof COMPONENTS;
export type ComponentRules = Readonly<Record<Component, ComponentRule>>;

/** One change of a validator's balance, as the chain's rule or a node's reward endpoint says it. */
export interface BalanceChange {
  readonly component: Component;
  /** Signed gwei, before the floor at zero. */
  readonly amountGwei: bigint;
  /** Slot of the block that made it; a transition's change has none. */
  readonly slot?: bigint;
}

/**
 * How much of an epoch is known beside its balances. B: each duty's reward, from a node's reward endpoints.
 * C: slashings and movements of the stake alone, so that income is one undivided figure and nothing checks it: a deposit
 * left out would be taken for income.
 */
export type Tier = 'B' | 'C';

export interface EpochEvidence {
  readonly tier: Tier;
  /** Balance after the last slot of the epoch before; 0 where the validator did not exist. */
  readonly startGwei: bigint;
  /** Balance after the epoch's last slot. */
  readonly endGwei: bigint;
  /** In any order, but that of several seats in the sync committee at one slot. */
  readonly changes: readonly BalanceChange[];
}

/** One bar of the waterfall from the start to the end balance. */
export interface Step {
  readonly component: Component | 'undivided';
  readonly slot?: bigint;
  /** What it really moved. */
  readonly movedGwei: bigint;
  readonly balanceGwei: bigint;
}

/** An epoch's balance explained: start + income + slashing + principal + residual = end, in gwei. */
export interface EpochStatement {
  readonly tier: Tier;
  readonly startGwei: bigint;
  readonly endGwei: bigint;
  readonly steps: readonly Step[];
  /** Earned by duties, less what missed ones cost; negative where more was lost. */
  readonly incomeGwei: bigint;
  /** 0 or less. */
  readonly slashingGwei: bigint;
  /** The stake itself that came and went: never income. */
  readonly principalGwei: bigint;
  /** What no component explains: 0 with an honest node, else for suspense until someone resolves it. */
  readonly residualGwei: bigint;
}

/**
 * Explains every gwei by which a validator's balance moved over one epoch.
 *
 *   B(E+1) − B(E) = source + target + head − inactivity − correlated slashing + deposits ± consolidation ± fork
 *                 + proposer ± sync committee − initial slashing − withdrawals − excess queued + residual
 *
 * Each penalty takes min(amount, balance): an exited validator may still sit in the sync committee after the sweep took
 * all it had, and is fined nothing. A withdrawal is taken whole, as its amount was drawn from the balance: a floor there
 * would hide a reward endpoint that is off. (What a later penalty's floor hides, `withdrawalCause` finds.)
 *
 * Tier C has no residual: all that is not slashing or principal is taken for income.
 *
 * @throws {StakingError} a change at the wrong place or of the wrong sign, or a duty in tier C: the adapter is wrong
 * @see Ethereum consensus specs, `process_rewards_and_penalties`, `decrease_balance`
 */
export function explainEpoch(evidence: EpochEvidence, rules: ComponentRules = COMPONENTS): EpochStatement {
  const { tier, startGwei, endGwei } = evidence;
  const moved = { duty: 0n, slashing: 0n, principal: 0n };
  const steps: Step[] = [];
  let balanceGwei = startGwei;
  for (const change of inOrder(evidence.changes, rules)) {
    const { component, slot, amountGwei } = change;
    const { nature, floored } = rules[component];
    checkChange(change, rules[component], tier);
    const movedGwei = floored && balanceGwei + amountGwei < 0n ? -positive(balanceGwei) : amountGwei;
    balanceGwei += movedGwei;
    moved[nature] += movedGwei;
    steps.push({ component, ...(slot === undefined ? {} : { slot }), movedGwei, balanceGwei });
  }
  const leftGwei = endGwei - balanceGwei;
  if (tier === 'C') moved.duty = leftGwei;
  return {
    tier,
    startGwei,
    endGwei,
    steps: tier === 'C' ? undividedFirst(startGwei, leftGwei, steps) : steps,
    incomeGwei: moved.duty,
    slashingGwei: moved.slashing,
    principalGwei: moved.principal,
    residualGwei: tier === 'C' ? 0n : leftGwei,
  };
}

/** Income that cannot be told apart stands before the rest, so that a full withdrawal finds what it pays out. */
function undividedFirst(startGwei: bigint, movedGwei: bigint, steps: readonly Step[]): Step[] {
  const undivided: Step = { component: 'undivided', movedGwei, balanceGwei: startGwei + movedGwei };
  return [undivided, ...steps.map((step) => ({ ...step, balanceGwei: step.balanceGwei + movedGwei }))];
}

/** What each component moved, in gwei; of those that moved nothing, nothing. */
export function sumByComponent({ steps }: EpochStatement): Map<Step['component'], bigint> {
  const sums = new Map<Step['component'], bigint>();
  for (const { component, movedGwei } of steps) sums.set(component, (sums.get(component) ?? 0n) + movedGwei);
  return sums;
}

/** As the chain applies them; what is alike stays in the order given. */
function inOrder(changes: readonly BalanceChange[], rules: ComponentRules): BalanceChange[] {
  const rank = new Map(Object.keys(rules).map((component, i) => [component, i]));
  const slotOf = ({ slot }: BalanceChange) => slot ?? -1n;
  return changes.toSorted(
    (a, b) => Number(slotOf(a) - slotOf(b)) || (rank.get(a.component) ?? 0) - (rank.get(b.component) ?? 0),
  );
}

function checkChange(change: BalanceChange, rule: ComponentRule, tier: Tier) {
  const wrong = whatIsWrong(change, rule, tier);
  if (!wrong) return;
  throw new StakingError('change-malformed', `${change.component} of ${change.amountGwei} gwei cannot be: ${wrong}`);
}

function whatIsWrong({ amountGwei, slot }: BalanceChange, { at, nature, sign }: ComponentRule, tier: Tier) {
  if (at === 'block' && slot === undefined) return 'give the slot of its block';
  if (at === 'transition' && slot !== undefined) return 'give no slot: it happens between two epochs';
  if (sign === 1 && amountGwei < 0n) return 'its amount is never negative';
  if (sign === -1 && amountGwei > 0n) return 'its amount is never positive: negate what the node says';
  if (tier === 'C' && nature === 'duty') return 'tier C knows no duty: leave it out, or claim tier B';
  return undefined;
}

const positive = (gwei: bigint): bigint => (gwei > 0n ? gwei : 0n);
