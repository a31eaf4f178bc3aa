import fc from 'fast-check';
import * as rightPool from './reward-pool';
import { EMPTY_POOL, UNITS_PER_GWEI, type Holding, type Payout, type RewardPool } from './reward-pool';
import { StakingError } from './staking-error';

type Pool = Pick<typeof rightPool, 'accrue' | 'settle' | 'changeShares' | 'payOut' | 'owedGwei' | 'newHolding'>;

const CLIENTS = ['aster', 'birch', 'cedar'];
const change = (by: fc.Arbitrary<bigint>) =>
  fc.record({ kind: fc.constant('change' as const), client: fc.constantFrom(...CLIENTS), by });
const join = change(fc.bigInt(1n, 97n));
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('accrue' as const), gwei: fc.bigInt(-50n, 200n) }) },
  { weight: 1, arbitrary: join },
  { weight: 1, arbitrary: change(fc.bigInt(-97n, -1n)) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pay' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const histories: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.array(join, { maxLength: 4 }), fc.array(step, { minLength: 1, maxLength: 40 }))
  .map(([joins, steps]) => [...joins, ...steps]);

/** A fraction of exact integers: what each client has earned, by no index at all. */
interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}
const plus = (a: Exact, over: bigint, under: bigint): Exact => ({
  over: a.over * under + over * a.under,
  under: a.under * under,
});
/** In 2^-96 gwei, rounded down. */
const units = ({ over, under }: Exact): bigint => {
  const scaled = over * UNITS_PER_GWEI;
  return scaled >= 0n ? scaled / under : -((-scaled + under - 1n) / under);
};

/** A payout, or nothing where the pool says that its books are wrong. */
function payOutOr(pay: () => Payout): Payout | undefined {
  try {
    return pay();
  } catch (error) {
    if (error instanceof StakingError && error.code === 'pool-out-of-balance') return undefined;
    throw error;
  }
}

/** Plays a history by a pool beside exact fractions, and answers with what did not hold. */
function brokenRules(history: readonly Step[], pool: Pool = rightPool): string[] {
  const broken = new Set<string>();
  let state: RewardPool = EMPTY_POOL;
  const holdings = new Map<string, Holding>(CLIENTS.map((client) => [client, pool.newHolding(state, client)]));
  const shares = new Map<string, bigint>(CLIENTS.map((client) => [client, 0n]));
  const exact = new Map<string, Exact>(CLIENTS.map((client) => [client, { over: 0n, under: 1n }]));
  const paid = new Map<string, bigint>(CLIENTS.map((client) => [client, 0n]));
  let [accrued, paidOut] = [0n, 0n];
  /** Each accrual and each change of shares may put a part of a carry, far below a millionth of a gwei, elsewhere. */
  const tolerance = UNITS_PER_GWEI / 10n ** 6n;
  for (const step of history) {
    if (step.kind === 'accrue') {
      const total = [...shares.values()].reduce((sum, each) => sum + each, 0n);
      const next = pool.accrue(state, step.gwei);
      if ('code' in next !== (total === 0n)) return ['nobody holds'];
      if ('code' in next) continue;
      state = next;
      accrued += step.gwei;
      for (const client of CLIENTS) {
        exact.set(client, plus(exact.get(client)!, step.gwei * shares.get(client)!, total));
      }
    } else if (step.kind === 'change') {
      const held = shares.get(step.client)!;
      const by = -step.by > held ? -held : step.by;
      const changed = pool.changeShares(state, holdings.get(step.client)!, by);
      state = changed.pool;
      holdings.set(step.client, changed.holding);
      shares.set(step.client, held + by);
    } else {
      const payout = payOutOr(() => pool.payOut(state, [...holdings.values()]));
      if (!payout) return [...broken, 'books that do not add up'];
      const { totalGwei, payments, holdings: after } = payout;
      if (totalGwei !== accrued - paidOut) broken.add('total paid');
      for (const { clientId, gwei } of payments) paid.set(clientId, paid.get(clientId)! + gwei);
      paidOut += payments.reduce((sum, { gwei }) => sum + gwei, 0n);
      if (paidOut !== accrued) broken.add('all is paid');
      for (const holding of after) holdings.set(holding.clientId, holding);
    }
    const owed = CLIENTS.map((client) => pool.settle(state, holdings.get(client)!).owed);
    const standing = owed.reduce((sum, each) => sum + each, state.carry);
    if (standing !== (accrued - paidOut) * UNITS_PER_GWEI) broken.add('owed and carry make what was accrued');
    if (state.carry < 0n) broken.add('carry below nothing');
    CLIENTS.forEach((client, i) => {
      const off = owed[i]! + paid.get(client)! * UNITS_PER_GWEI - units(exact.get(client)!);
      if (off > tolerance || -off > tolerance) broken.add('a client has its exact part');
      const short = paid.get(client)! * UNITS_PER_GWEI - units(exact.get(client)!);
      if (step.kind === 'pay' && (short >= UNITS_PER_GWEI + tolerance || -short >= UNITS_PER_GWEI + tolerance)) {
        broken.add('a payment is within a gwei of the exact part');
      }
      const shown = pool.owedGwei(state, holdings.get(client)!) * UNITS_PER_GWEI;
      if (shown > owed[i]! || shown + UNITS_PER_GWEI <= owed[i]!) broken.add('what is shown is owed, rounded down');
    });
  }
  return [...broken];
}

it('every gwei accrued is owed or paid at every step, and each client has its exact part', () => {
  fc.assert(
    fc.property(histories, (history) => {
      expect(brokenRules(history)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

describe('a rule made wrong is caught:', () => {
  const sample = fc.sample(histories, { seed: 4, numRuns: 400 });

  it.each<[string, Partial<Pool>]>([
    [
      'a carry that is dropped',
      {
        accrue: (pool, net) => {
          const next = rightPool.accrue(pool, net);
          return 'code' in next ? next : { ...next, carry: 0n };
        },
      },
    ],
    [
      'a loss rounded toward zero',
      {
        accrue: (pool, net) => {
          const all = net * UNITS_PER_GWEI + pool.carry;
          if (pool.shares === 0n) return rightPool.accrue(pool, net);
          return { ...pool, index: pool.index + all / pool.shares, carry: all % pool.shares };
        },
      },
    ],
    [
      'income without holders kept for who comes next',
      {
        accrue: (pool, net) =>
          pool.shares === 0n ? { ...pool, carry: pool.carry + net * UNITS_PER_GWEI } : rightPool.accrue(pool, net),
      },
    ],
    [
      'a holding that is settled twice',
      {
        changeShares: (pool, holding, by) => {
          const changed = rightPool.changeShares(pool, holding, by);
          return { ...changed, holding: { ...changed.holding, index: holding.index } };
        },
      },
    ],
    [
      'shares changed before the holding is settled',
      {
        changeShares: (pool, holding, by) => {
          const { pool: after } = rightPool.changeShares(pool, holding, by);
          return { pool: after, holding: rightPool.settle(pool, { ...holding, shares: holding.shares + by }) };
        },
      },
    ],
    [
      'a client who comes late paid from the beginning',
      { newHolding: (_, clientId) => ({ clientId, shares: 0n, index: 0n, owed: 0n }), changeShares: withoutSettling },
    ],
    [
      'a payout that leaves the dust',
      {
        payOut: (pool, holdings) => {
          const settled = holdings.map((holding) => rightPool.settle(pool, holding));
          const payments = settled.map((holding) => ({
            clientId: holding.clientId,
            gwei: rightPool.owedGwei(pool, holding),
          }));
          const after = settled.map((holding, i) => ({
            ...holding,
            owed: holding.owed - payments[i]!.gwei * UNITS_PER_GWEI,
          }));
          return { totalGwei: payments.reduce((sum, { gwei }) => sum + gwei, 0n), payments, holdings: after };
        },
      },
    ],
    [
      'a payout that forgets whom it rounded up',
      {
        payOut: (pool, holdings) => {
          const right = rightPool.payOut(pool, holdings);
          return {
            ...right,
            holdings: right.holdings.map((each) => ({ ...each, owed: each.owed < 0n ? 0n : each.owed })),
          };
        },
      },
    ],
    [
      'a payout that gives the dust to one client',
      {
        payOut: (pool, holdings) => {
          const right = rightPool.payOut(pool, holdings);
          const settled = holdings.map((holding) => rightPool.settle(pool, holding));
          const whole = settled.map((holding) => rightPool.owedGwei(pool, holding));
          const dust = right.totalGwei - whole.reduce((sum, gwei) => sum + gwei, 0n);
          const payments = settled.map(({ clientId }, i) => ({ clientId, gwei: whole[i]! + (i === 0 ? dust : 0n) }));
          const after = settled.map((holding, i) => ({
            ...holding,
            owed: holding.owed - payments[i]!.gwei * UNITS_PER_GWEI,
          }));
          return { ...right, payments, holdings: after };
        },
      },
    ],
  ])('%s', (_, wrong) => {
    const pool = { ...rightPool, ...wrong };
    expect(sample.some((history) => brokenRules(history, pool).length > 0)).toBe(true);
  });

  function withoutSettling(pool: RewardPool, holding: Holding, by: bigint) {
    const shares = holding.shares + by;
    return { pool: { ...pool, shares: pool.shares + by }, holding: { ...holding, shares } };
  }
});

it('ten gwei among three equal holders: one gets the tenth, and not again until it is its turn', () => {
  let pool: RewardPool = EMPTY_POOL;
  let holdings = CLIENTS.map((clientId) => {
    const changed = rightPool.changeShares(pool, rightPool.newHolding(pool, clientId), 1n);
    pool = changed.pool;
    return changed.holding;
  });
  const rounds = [1, 2, 3].map(() => {
    pool = rightPool.accrue(pool, 10n) as RewardPool;
    const payout = rightPool.payOut(pool, holdings);
    holdings = [...payout.holdings];
    return payout.payments.map(({ gwei }) => gwei);
  });
  expect(rounds.map((round) => round.reduce((sum, gwei) => sum + gwei, 0n))).toEqual([10n, 10n, 10n]);
  expect(CLIENTS.map((_, i) => rounds.reduce((sum, round) => sum + round[i]!, 0n))).toEqual([10n, 10n, 10n]);
});

describe('books that do not add up are refused:', () => {
  const { pool, holding } = rightPool.changeShares(EMPTY_POOL, rightPool.newHolding(EMPTY_POOL, 'aster'), 3n);

  it('a payout without all holdings', () => {
    expect(() => rightPool.payOut(pool, [])).toThrow('all holdings');
  });
  it('a payout of holdings of another time', () => {
    const later = rightPool.accrue(pool, 10n) as RewardPool;
    expect(() => rightPool.payOut(later, [{ ...holding, owed: 1n }])).toThrow('all holdings');
  });
  it('more shares taken than are held', () => {
    expect(() => rightPool.changeShares(pool, holding, -4n)).toThrow('3 shares');
  });
});
