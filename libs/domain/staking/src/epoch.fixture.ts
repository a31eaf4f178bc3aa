import fc from 'fast-check';
import type { BalanceChange, Component } from './balance-identity';

/** An epoch of one validator as the specification lets it happen, and what became of its balance, by nature. */
export interface Epoch {
  readonly startGwei: bigint;
  readonly endGwei: bigint;
  /** What an honest node says of it, in no particular order. */
  readonly changes: readonly BalanceChange[];
  readonly incomeGwei: bigint;
  readonly slashingGwei: bigint;
  readonly principalGwei: bigint;
}

/** Deliberately code of its own: a balance that is moved step by step, with no table of components. */
class Chain {
  readonly groups: BalanceChange[][] = [];
  incomeGwei = 0n;
  slashingGwei = 0n;
  principalGwei = 0n;

  constructor(public balance: bigint) {}

  duty(component: Component, amountGwei: bigint, slot?: bigint) {
    this.incomeGwei += this.move(amountGwei);
    this.say(component, [amountGwei], slot);
  }

  slash(component: Component, penalty: bigint, slot?: bigint) {
    this.slashingGwei += this.move(-penalty);
    this.say(component, [-penalty], slot);
  }

  stake(component: Component, amountGwei: bigint, slot?: bigint) {
    this.principalGwei += this.move(amountGwei);
    this.say(component, [amountGwei], slot);
  }

  /** A validator may hold several seats; they are paid or fined one after the other. */
  seats(amounts: readonly bigint[], slot: bigint) {
    for (const amount of amounts) this.incomeGwei += this.move(amount);
    this.say('syncCommittee', amounts, slot);
  }

  private move(amountGwei: bigint): bigint {
    const before = this.balance;
    this.balance = before + amountGwei < 0n ? 0n : before + amountGwei;
    return this.balance - before;
  }

  private say(component: Component, amounts: readonly bigint[], slot?: bigint) {
    const said = amounts.filter((amountGwei) => amountGwei !== 0n);
    this.groups.push(
      said.map((amountGwei) => (slot === undefined ? { component, amountGwei } : { component, amountGwei, slot })),
    );
  }
}

const seldom = <T>(value: fc.Arbitrary<T>, otherwise: T) =>
  fc.oneof({ arbitrary: fc.constant(otherwise), weight: 2 }, { arbitrary: value, weight: 1 });

/** How much a validator has, and how near to nothing it may come. */
export interface Wealth {
  readonly leastGwei: bigint;
  readonly mostGwei: bigint;
  /** Where its credentials change, what is over an amount in this range goes back into the queue. */
  readonly keptGwei: readonly [bigint, bigint];
  /** Whether a withdrawal may take all before other things happen to the balance. */
  readonly canEmpty: boolean;
}

/** Small figures, so that where there is little, floors are met often. */
export function epochs({ leastGwei, mostGwei, keptGwei, canEmpty }: Wealth): fc.Arbitrary<Epoch> {
  const gain = fc.bigInt(0n, 40n);
  const signed = fc.bigInt(-40n, 40n);
  const block = fc.record({
    after: fc.bigInt(1n, 3n),
    withdrawn: seldom(canEmpty ? fc.oneof(fc.constant('all' as const), gain) : gain, 0n),
    slashed: seldom(gain, 0n),
    proposed: seldom(gain, 0n),
    keptAtMost: seldom(fc.bigInt(...keptGwei), 10n ** 12n),
    seats: fc.array(signed, { maxLength: 2 }),
  });
  const transition = fc.record({
    votes: fc.tuple(signed, signed, signed),
    inactivity: seldom(gain, 0n),
    correlated: seldom(gain, 0n),
    deposits: seldom(fc.array(gain, { maxLength: 2 }), []),
    consolidated: seldom(signed, 0n),
    forked: seldom(gain, 0n),
  });
  return fc
    .record({
      startGwei: fc.bigInt(leastGwei, mostGwei),
      transition,
      blocks: fc.array(block, { maxLength: 4 }),
      endsEmpty: fc.boolean(),
      said: fc.nat(10_000),
    })
    .map(({ startGwei, transition: between, blocks, endsEmpty, said }) => {
      const chain = new Chain(startGwei);
      const [source, target, head] = between.votes;
      chain.duty('source', source);
      chain.duty('target', target);
      chain.duty('head', head);
      chain.duty('inactivity', -between.inactivity);
      chain.slash('correlatedSlashing', between.correlated);
      for (const deposit of between.deposits) chain.stake('deposit', deposit);
      chain.stake('consolidation', between.consolidated);
      chain.stake('forkMigration', -min(chain.balance, between.forked));
      let slot = 100n;
      for (const { after, withdrawn, slashed, proposed, keptAtMost, seats } of blocks) {
        slot += after;
        chain.stake('withdrawal', withdrawn === 'all' ? -chain.balance : -min(chain.balance, withdrawn), slot);
        chain.slash('initialSlashing', slashed, slot);
        chain.duty('proposer', proposed, slot);
        if (chain.balance > keptAtMost) chain.stake('excessQueued', keptAtMost - chain.balance, slot);
        chain.seats(seats, slot);
      }
      if (endsEmpty) chain.stake('withdrawal', -chain.balance, slot + 1n);
      const { incomeGwei, slashingGwei, principalGwei } = chain;
      const changes = shuffled(chain.groups, said).flat();
      return { startGwei, endGwei: chain.balance, changes, incomeGwei, slashingGwei, principalGwei };
    });
}

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const keyed = values.map((value, i) => ({ value, key: ((i + 1) * (seed + 7919)) % 10_007 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
