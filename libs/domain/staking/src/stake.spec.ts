import fc from 'fast-check';
import { explainEpoch, type BalanceChange, type EpochStatement } from './balance-identity';
import { bookEpoch, consolidate, earn, splitWithdrawal, type Stake, type WithdrawalSplit } from './stake';

const ETH = 10n ** 9n;
const MOST = 32n * ETH;

/** A 0x01 validator's whole life on the chain: at most 32 ETH staked, earnings, losses, sweeps of the excess, exit. */
const lives = fc
  .record({
    deposit: fc.bigInt(30n * ETH, MOST),
    epochs: fc.array(
      fc.record({ earned: fc.bigInt(-2_000n, 9_000n), swept: fc.boolean(), later: fc.bigInt(0n, 500n) }),
      { maxLength: 20 },
    ),
    slashed: fc.constantFrom(0n, 0n, 7_812_500n),
  })
  .map(({ deposit, epochs, slashed }) => {
    let balance = deposit;
    const statements: EpochStatement[] = [];
    const add = (changes: readonly BalanceChange[]) => {
      const startGwei = balance;
      for (const { amountGwei } of changes) balance += amountGwei;
      statements.push(explainEpoch({ tier: 'B', startGwei, endGwei: balance, changes }));
    };
    for (const { earned, swept, later } of epochs) {
      const excess = balance + earned - MOST;
      add([
        { component: 'target', amountGwei: earned },
        ...(swept && excess > 0n ? [{ component: 'withdrawal', amountGwei: -excess, slot: 1n } as const] : []),
        { component: 'proposer', amountGwei: later, slot: 2n },
      ]);
    }
    if (slashed > 0n) add([{ component: 'initialSlashing', amountGwei: -slashed, slot: 1n }]);
    // A seat in the sync committee may still earn after the balance was taken; the sweep comes back for that.
    add([
      { component: 'withdrawal', amountGwei: -balance, slot: 1n },
      { component: 'syncCommittee', amountGwei: 21n, slot: 2n },
      { component: 'withdrawal', amountGwei: -21n, slot: 9n },
    ]);
    const isLosing = slashed > 0n || epochs.some(({ earned }) => earned < 0n);
    return { deposit, statements, isLosing };
  });
type Life = typeof lives extends fc.Arbitrary<infer L> ? L : never;

const sumOf = (splits: readonly WithdrawalSplit[], part: 'rewardGwei' | 'principalGwei' | 'unexplainedGwei') =>
  splits.reduce((sum, split) => sum + split[part], 0n);

/** What does not hold over a life that is booked by these rules. */
function brokenRules({ deposit, statements, isLosing }: Life, book = bookEpoch): string[] {
  const broken = new Set<string>();
  let stake: Stake = { principalGwei: deposit, accruedGwei: 0n };
  const splits: WithdrawalSplit[] = [];
  let [result, accrued, lowest] = [0n, 0n, 0n];
  for (const [i, statement] of statements.entries()) {
    const booked = book(stake, statement);
    stake = booked.stake;
    splits.push(...booked.withdrawals);
    result += statement.incomeGwei + statement.slashingGwei;
    if (stake.principalGwei + stake.accruedGwei !== statement.endGwei) broken.add('books and balance');
    const isLast = i === statements.length - 1;
    for (const { component, movedGwei } of statement.steps) {
      if (!isLast || component !== 'withdrawal') accrued += movedGwei;
      if (accrued < lowest) lowest = accrued;
    }
    if (isLast && booked.withdrawals[0]?.principalGwei !== sumOf(booked.withdrawals, 'principalGwei')) {
      broken.add('the exit returns all principal');
    }
    if (!isLast && booked.withdrawals.some(({ principalGwei }) => principalGwei !== 0n)) broken.add('excess is income');
  }
  const rewards = sumOf(splits, 'rewardGwei');
  const returned = sumOf(splits, 'principalGwei');
  if (rewards + returned !== deposit + result) broken.add('all comes back');
  if (sumOf(splits, 'unexplainedGwei') !== 0n) broken.add('unexplained');
  if (!isLosing && (rewards !== result || returned !== deposit)) broken.add('income is reward, the deposit principal');
  if (returned !== deposit + lowest) broken.add('a loss takes principal only as far as nothing had accrued');
  return [...broken];
}

it('what a validator earned comes out as reward and what was staked as principal, to the gwei', () => {
  fc.assert(
    fc.property(lives, (life) => {
      expect(brokenRules(life)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe('a rule made wrong is caught:', () => {
  const sample = fc.sample(lives, { seed: 1, numRuns: 200 });
  type Split = typeof splitWithdrawal;
  const bookWith =
    (split: Split, gain = earn): typeof bookEpoch =>
    (before, { steps }) => {
      let stake = before;
      const withdrawals: WithdrawalSplit[] = [];
      for (const { component, movedGwei } of steps) {
        if (component === 'withdrawal') {
          withdrawals.push(split(-movedGwei, stake));
          stake = withdrawals.at(-1)!.stake;
        } else stake = gain(stake, movedGwei);
      }
      return { stake, withdrawals };
    };

  it.each<[string, typeof bookEpoch]>([
    [
      'principal first',
      bookWith((amount, { principalGwei, accruedGwei }) => {
        const principal = amount < principalGwei ? amount : principalGwei;
        const stake = { principalGwei: principalGwei - principal, accruedGwei: accruedGwei - (amount - principal) };
        return { principalGwei: principal, rewardGwei: amount - principal, unexplainedGwei: 0n, stake };
      }),
    ],
    [
      'every withdrawal a reward',
      bookWith((amount, { principalGwei, accruedGwei }) => ({
        principalGwei: 0n,
        rewardGwei: amount,
        unexplainedGwei: 0n,
        stake: { principalGwei, accruedGwei: accruedGwei - amount },
      })),
    ],
    [
      'a loss that falls on the principal first',
      bookWith(splitWithdrawal, ({ principalGwei, accruedGwei }, income) =>
        income < 0n
          ? { principalGwei: principalGwei + income, accruedGwei }
          : { principalGwei, accruedGwei: accruedGwei + income },
      ),
    ],
    [
      'a withdrawal booked after what came later',
      (before, statement) => {
        const isWithdrawal = ({ component }: { component: string }) => component === 'withdrawal';
        const steps = [
          ...statement.steps.filter((step) => !isWithdrawal(step)),
          ...statement.steps.filter(isWithdrawal),
        ];
        return bookEpoch(before, { ...statement, steps });
      },
    ],
  ])('%s', (_, wrong) => {
    expect(sample.some((life) => brokenRules(life, wrong).length > 0)).toBe(true);
  });
});

it('more than the books hold is left for suspense, and nothing goes below zero', () => {
  expect(splitWithdrawal(10n, { principalGwei: 5n, accruedGwei: 3n })).toEqual({
    rewardGwei: 3n,
    principalGwei: 5n,
    unexplainedGwei: 2n,
    stake: { principalGwei: 0n, accruedGwei: 0n },
  });
});

it('a consolidation keeps principal principal and income income', () => {
  const [source, target] = [
    { principalGwei: 100n, accruedGwei: 9n },
    { principalGwei: 32n, accruedGwei: 1n },
  ];
  expect(consolidate(source, target, 102n)).toEqual({
    source: { principalGwei: 0n, accruedGwei: 7n },
    target: { principalGwei: 132n, accruedGwei: 3n },
  });
  expect(() => consolidate(source, target, 110n)).toThrow('book its epochs first');
});

it('a stake and its deposits in the queue: what is queued and applied again is no new stake', () => {
  const stake = { principalGwei: 40n, accruedGwei: 2n };
  const statement = explainEpoch({
    tier: 'B',
    startGwei: 42n,
    endGwei: 37n,
    changes: [
      { component: 'deposit', amountGwei: 5n },
      { component: 'excessQueued', amountGwei: -10n, slot: 4n },
    ],
  });
  expect(bookEpoch(stake, statement)).toEqual({ stake, withdrawals: [] });
});

it.each<[string, () => unknown, string]>([
  ['a loss over the stake', () => earn({ principalGwei: 1n, accruedGwei: 1n }, -3n), 'book its deposits first'],
  ['a withdrawal of nothing', () => splitWithdrawal(0n, { principalGwei: 1n, accruedGwei: 1n }), 'what the chain paid'],
])('%s is refused', (_, run, words) => {
  expect(run).toThrow(words);
});
