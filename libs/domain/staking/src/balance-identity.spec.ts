import fc from 'fast-check';
import { COMPONENTS, explainEpoch, sumByComponent } from './balance-identity';
import type { BalanceChange, Component, ComponentRules, EpochStatement } from './balance-identity';
import { epochs, type Epoch } from './epoch.fixture';
import type { Validator } from './validator';
import { withdrawalCause } from './withdrawal';

const poor = epochs({ leastGwei: 0n, mostGwei: 60n, keptGwei: [0n, 60n], canEmpty: true });
const wealthy = epochs({
  leastGwei: 10n ** 9n,
  mostGwei: 2n * 10n ** 9n,
  keptGwei: [10n ** 8n, 10n ** 9n],
  canEmpty: false,
});

/** What is wrong with a statement of an epoch of which everything is known. */
function faultsOf(epoch: Epoch, rules: ComponentRules = COMPONENTS): string[] {
  const statement = explainEpoch({ tier: 'B', ...epoch }, rules);
  const balances = [epoch.startGwei, ...statement.steps.map(({ balanceGwei }) => balanceGwei)];
  return [
    ...(statement.residualGwei === 0n ? [] : ['residual']),
    ...(statement.incomeGwei === epoch.incomeGwei ? [] : ['income']),
    ...(statement.slashingGwei === epoch.slashingGwei ? [] : ['slashing']),
    ...(statement.principalGwei === epoch.principalGwei ? [] : ['principal']),
    ...(balances.some((balance) => balance < 0n) ? ['balance below zero'] : []),
  ];
}

/** One duty's reward that a node says one gwei too high or too low. */
interface Lie {
  readonly epoch: Epoch;
  readonly changes: readonly BalanceChange[];
  readonly byGwei: bigint;
}

const lies: fc.Arbitrary<Lie> = fc
  .tuple(wealthy, fc.nat(), fc.constantFrom(1n, -1n))
  .filter(([{ changes }]) => changes.some(isDuty))
  .map(([epoch, pick, byGwei]) => {
    const duties = epoch.changes.filter(isDuty);
    const lied = duties[pick % duties.length];
    const changes = epoch.changes.map((change) =>
      change === lied ? { ...change, amountGwei: change.amountGwei + byGwei } : change,
    );
    return { epoch, changes, byGwei };
  });

function isDuty({ component, amountGwei }: BalanceChange): boolean {
  return COMPONENTS[component].nature === 'duty' && amountGwei !== 0n;
}

const isFound = ({ epoch, changes, byGwei }: Lie, rules: ComponentRules = COMPONENTS) =>
  explainEpoch({ tier: 'B', ...epoch, changes }, rules).residualGwei === -byGwei;

describe('the balance identity', () => {
  it('leaves no gwei unexplained, and tells income, slashing and stake apart, in whatever order it is told', () => {
    fc.assert(
      fc.property(fc.oneof(poor, wealthy), (epoch) => {
        expect(faultsOf(epoch)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows a node that is off by one gwei in one duty, even where a full withdrawal empties the balance', () => {
    fc.assert(
      fc.property(lies, (lie) => {
        expect(isFound(lie)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('draws a waterfall without a gap from the start to the end balance', () => {
    fc.assert(
      fc.property(poor, fc.constantFrom('B', 'C'), (epoch, tier) => {
        const changes = tier === 'B' ? epoch.changes : epoch.changes.filter((change) => !isDuty(change));
        const { steps, residualGwei, ...statement } = explainEpoch({ ...epoch, tier, changes });
        let balance = epoch.startGwei;
        for (const { movedGwei, balanceGwei } of steps) {
          balance += movedGwei;
          expect(balanceGwei).toBe(balance);
        }
        expect(balance + residualGwei).toBe(epoch.endGwei);
        const bars = [...sumByComponent({ steps, residualGwei, ...statement }).values()];
        expect(epoch.startGwei + bars.reduce((sum, gwei) => sum + gwei, 0n) + residualGwei).toBe(epoch.endGwei);
        expect(statement.incomeGwei + statement.slashingGwei + statement.principalGwei + residualGwei).toBe(
          epoch.endGwei - epoch.startGwei,
        );
      }),
    );
  });

  it('of balances alone finds the same income, undivided', () => {
    fc.assert(
      fc.property(wealthy, (epoch) => {
        const changes = epoch.changes.filter((change) => !isDuty(change));
        const statement = explainEpoch({ ...epoch, tier: 'C', changes });
        expect(statement.incomeGwei).toBe(epoch.incomeGwei);
        expect(statement.steps[0]).toMatchObject({ component: 'undivided', movedGwei: epoch.incomeGwei });
      }),
    );
  });
});

it('a lie that the floor of a later penalty hides is found at the withdrawal, which no rule of the chain explains', () => {
  const startGwei = 32n * 10n ** 9n;
  const validator: Validator = {
    withdrawalCredentials: `0x01${'00'.repeat(31)}`,
    effectiveBalanceGwei: startGwei,
    exitEpoch: 4n,
    withdrawableEpoch: 260n,
  };
  const explain = (headGwei: bigint) =>
    explainEpoch({
      tier: 'B',
      startGwei,
      endGwei: 0n,
      changes: [
        { component: 'head', amountGwei: headGwei },
        { component: 'withdrawal', amountGwei: -startGwei - 9n, slot: 1n },
        { component: 'syncCommittee', amountGwei: -5n, slot: 2n },
      ],
    });
  const causeOf = ({ steps, residualGwei }: EpochStatement) => {
    const [before, withdrawal] = steps;
    const state = { validator, balanceGwei: before?.balanceGwei ?? 0n, epoch: 300n };
    return [residualGwei, withdrawalCause(-(withdrawal?.movedGwei ?? 0n), state)];
  };
  expect(causeOf(explain(9n))).toEqual([0n, 'full']);
  expect(causeOf(explain(10n))).toEqual([0n, 'inexplicable']);
});

describe('a component made wrong is caught:', () => {
  const sample = fc.sample(poor, { seed: 5, numRuns: 1500 });
  const sampleOfLies = fc.sample(lies, { seed: 5, numRuns: 300 });
  const isCaught = (rules: ComponentRules) =>
    sample.some((epoch) => faultsOf(epoch, rules).length > 0) || sampleOfLies.some((lie) => !isFound(lie, rules));
  const names = Object.keys(COMPONENTS) as Component[];

  it.each(names)('%s counted as another nature of money', (component) => {
    for (const nature of ['duty', 'slashing', 'principal'] as const) {
      if (nature === COMPONENTS[component].nature) continue;
      expect([nature, isCaught({ ...COMPONENTS, [component]: { ...COMPONENTS[component], nature } })]).toEqual([
        nature,
        true,
      ]);
    }
  });

  /** No floor is near where something is added, or where the excess over 32 ETH is queued. */
  const bounded = names.filter((name) => COMPONENTS[name].floored || name === 'withdrawal');
  it.each(bounded)('%s floored where it is not, or the reverse', (component) => {
    const { floored, ...rule } = COMPONENTS[component];
    expect(isCaught({ ...COMPONENTS, [component]: { ...rule, floored: !floored } })).toBe(true);
  });

  const neighbours = names
    .slice(1)
    .map((name, i) => [names[i] as Component, name] as const)
    .filter(([a, b]) => COMPONENTS[a].at === COMPONENTS[b].at);
  it.each(neighbours)('%s and %s in the wrong order', (a, b) => {
    const swapped = names.map((name) => (name === a ? b : name === b ? a : name));
    const rules = Object.fromEntries(swapped.map((name) => [name, COMPONENTS[name]])) as ComponentRules;
    expect(isCaught(rules)).toBe(true);
  });
});

describe('published cases of the consensus specs', () => {
  const ETH = 10n ** 9n;

  it.each([
    ['first seat alone: rewarded, then fined as much', [7n, -7n], 0n],
    ['second seat alone: fined nothing, then rewarded', [-7n, 7n], 7n],
  ])('altair, test_process_sync_aggregate, duplicate committee, zero balance, %s', (_, seats, endGwei) => {
    const changes = seats.map((amountGwei) => ({ component: 'syncCommittee', amountGwei, slot: 1n }) as const);
    expect(explainEpoch({ tier: 'B', startGwei: 0n, endGwei, changes })).toMatchObject({
      incomeGwei: endGwei,
      residualGwei: 0n,
    });
  });

  it('electra, test_basic_pending_consolidation: the source ends with nothing, the target with 64 ETH', () => {
    for (const [amountGwei, endGwei] of [
      [-32n * ETH, 0n],
      [32n * ETH, 64n * ETH],
    ] as const) {
      const changes = [{ component: 'consolidation', amountGwei } as const];
      expect(explainEpoch({ tier: 'B', startGwei: 32n * ETH, endGwei, changes })).toMatchObject({
        incomeGwei: 0n,
        principalGwei: amountGwei,
        residualGwei: 0n,
      });
    }
  });
});

it.each<[string, 'B' | 'C', BalanceChange, string]>([
  ['a withdrawal without its slot', 'B', { component: 'withdrawal', amountGwei: -1n }, 'give the slot'],
  ['a deposit in a block', 'B', { component: 'deposit', amountGwei: 1n, slot: 3n }, 'give no slot'],
  ['a withdrawal as the node says it', 'B', { component: 'withdrawal', amountGwei: 1n, slot: 3n }, 'negate'],
  ['a deposit that takes', 'B', { component: 'deposit', amountGwei: -1n }, 'never negative'],
  ['a duty in tier C', 'C', { component: 'head', amountGwei: 1n }, 'claim tier B'],
])('%s is refused with what to do', (_, tier, change, words) => {
  expect(() => explainEpoch({ tier, startGwei: 5n, endGwei: 5n, changes: [change] })).toThrow(words);
});
