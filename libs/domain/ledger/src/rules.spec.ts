import fc from 'fast-check';
import { DUE_TO_CLIENTS, onNormalSide, addressAccount } from './account';
import { move, type Edge, type Movement, type Posting } from './entry';
import { coinsOf, histories } from './history.fixture';
import { JOURNAL, type RowName } from './journal';
import { placeOf } from './place';
import { post, type Balances } from './post';
import { rowFor } from './row-for';
import {
  balancesAddUp,
  claimsCovered,
  coinsOnChain,
  duesMirrored,
  flowDrained,
  noneOverdrawn,
  sidesKept,
} from './rules';
import type { Transfer, TransferFact } from './transfer';

type Rows = Record<RowName, { readonly post: (transfer: Transfer) => Posting }>;

/** Books a history by a journal and answers with the rules that it broke, checked after every entry. */
function book(facts: readonly TransferFact[], rows: Rows = JOURNAL) {
  const movements: Movement[] = [];
  const edges: Edge[] = [];
  const broken = new Set<number>();
  let balances: Balances = new Map();
  facts.forEach((fact, n) => {
    const row = rowFor(fact);
    if (row === 'nothing') return;
    const posting = rows[row].post(fact.transfer);
    movements.push(...posting.movements);
    edges.push(...posting.edges);
    balances = post(posting.movements, balances).balances;
    for (const { rule } of [
      ...sidesKept(posting.movements),
      ...balancesAddUp(balances, movements),
      ...claimsCovered(balances),
      ...duesMirrored(posting.movements),
      ...noneOverdrawn(balances),
      ...coinsOnChain(balances, coinsOf(facts.slice(0, n + 1))),
      ...flowDrained(balances, JOURNAL[row].post(fact.transfer).drains),
    ]) {
      broken.add(rule);
    }
  });
  return { balances, movements, edges, broken: [...broken].sort() };
}

/** The journal with the movements of one row changed. */
function withRow(
  row: RowName,
  change: (movements: readonly Movement[], transfer: Transfer) => readonly Movement[],
): Rows {
  const right = JOURNAL[row].post;
  const wrong = (transfer: Transfer) => ({
    ...right(transfer),
    movements: change(right(transfer).movements, transfer),
  });
  return { ...JOURNAL, [row]: { post: wrong } };
}

/** Whether some history, out of a fixed thousand, shows that this journal breaks a rule. */
function isCaught(rows: Rows, rule?: number): boolean {
  const holds = (facts: TransferFact[]) => {
    const { broken } = book(facts, rows);
    return rule ? !broken.includes(rule) : broken.length === 0;
  };
  return fc.check(fc.property(histories, holds), { seed: 3, numRuns: 1000, endOnFailure: true }).failed;
}

const firstTo =
  (account: (transfer: Transfer) => Partial<Movement>) => (movements: readonly Movement[], transfer: Transfer) =>
    movements.map((movement, i) => (i === 0 ? { ...movement, ...account(transfer) } : movement));

describe('the journal', () => {
  it('breaks no rule after any entry of any history', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        expect(book(facts).broken).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves edges whose sums are the balances: custody per address, entitlement per claim', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        const { balances, edges } = book(facts);
        const held = new Map<string, bigint>();
        for (const { from, to, amount } of edges) {
          held.set(from, (held.get(from) ?? 0n) - amount);
          held.set(to, (held.get(to) ?? 0n) + amount);
        }
        for (const [node, amount] of held) {
          const { kind } = placeOf(node);
          if (kind === 'outside' || kind === 'credit') continue;
          if (kind === 'pending' || kind === 'transit' || kind === 'suspense') expect(amount >= 0n).toBe(true);
          else expect([node, amount]).toEqual([node, onNormalSide(node, balances.get(node) ?? 0n)]);
        }
      }),
    );
  });

  it('ends where the transfers that stayed end, however often their blocks left the chain', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        const standing = (fact: TransferFact, n: number) =>
          fact.state !== 'reverted' &&
          !facts
            .slice(n + 1)
            .some((later) => later.state === 'reverted' && later.transfer.transferId === fact.transfer.transferId);
        const nonZero = (balances: Balances) => [...balances].filter(([, balance]) => balance !== 0n).sort();
        expect(nonZero(book(facts).balances)).toEqual(nonZero(book(facts.filter(standing)).balances));
      }),
    );
  });
});

describe('each rule catches a journal with a row made wrong', () => {
  it.each<[rule: number, error: string, rows: Rows]>([
    [
      1,
      'capital credited to clients',
      withRow(
        'capital-finalized',
        firstTo(() => ({ credit: 'liabilities:c:available:aster' })),
      ),
    ],
    [
      2,
      'a deposit booked as income',
      withRow(
        'deposit-confirmed',
        firstTo(() => ({ credit: 'income:c:other' })),
      ),
    ],
    [
      3,
      'capital booked as a debt to the clients',
      withRow(
        'capital-finalized',
        firstTo(() => ({ credit: DUE_TO_CLIENTS })),
      ),
    ],
    [4, 'a finalized deposit credited twice', withRow('deposit-finalized', (right) => [...right, ...right.slice(1)])],
    [
      5,
      'coins booked at another address',
      withRow(
        'deposit-finalized',
        firstTo(({ chain }) => ({ debit: addressAccount('c', 'hot', chain, '0xdead') })),
      ),
    ],
    [6, 'a reverted deposit left pending', withRow('deposit-reverted', () => [])],
  ])('rule %i: %s', (rule, _, rows) => {
    expect(isCaught(rows, rule)).toBe(true);
  });

  const faults: Record<string, (movement: Movement) => Movement[]> = {
    dropped: () => [],
    doubled: (movement) => [movement, movement],
    swapped: ({ debit, credit, amount }) => [{ debit: credit, credit: debit, amount }],
    'one unit off': (movement) => [{ ...movement, amount: movement.amount + 1n }],
  };
  const places = (Object.keys(JOURNAL) as RowName[]).flatMap((row): [RowName, number][] =>
    row === 'deposit-finalized'
      ? [
          [row, 0],
          [row, 1],
        ]
      : [[row, 0]],
  );
  it.each(places)('any of them: %s with movement %i dropped, doubled, swapped or one unit off', (row, at) => {
    for (const [fault, change] of Object.entries(faults)) {
      const wrong = withRow(row, (movements) =>
        movements.flatMap((movement, i) => (i === at ? change(movement) : movement)),
      );
      expect([fault, isCaught(wrong)]).toEqual([fault, true]);
    }
  });

  it('rule 1: a balance that its movements do not make', () => {
    const movements = [move('assets:c:hot:eip155:1:0xa', 'liabilities:c:available:aster', 5n)];
    const { balances } = post(movements, new Map());
    expect(balancesAddUp(balances, movements)).toEqual([]);
    expect(balancesAddUp(new Map([...balances, ['assets:c:hot:eip155:1:0xa', 6n]]), movements)).toHaveLength(1);
  });
});
