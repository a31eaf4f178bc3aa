import fc from 'fast-check';
import { DUE_TO_CLIENTS, addressAccount, availableClaim, onNormalSide } from './account';
import type { NewEntry } from './book-fact';
import { move, type Movement, type Posting } from './entry';
import { histories, type History } from './history.fixture';
import { JOURNAL, type RowName } from './journal';
import { LedgerError } from './ledger-error';
import { placeOf } from './place';
import { post } from './post';
import type { Row } from './rows/row';
import {
  balancesAddUp,
  claimsCovered,
  coinsOnChain,
  duesMirrored,
  flowDrained,
  noneOverdrawn,
  sidesKept,
} from './rules';
import { TestLedger } from './test-ledger.fixture';

type Rows = Readonly<Record<RowName, Row>>;
type Broken = 'refused' | 'waits' | 'twins' | 'owes' | number;

/**
 * Books a history by a journal and answers with the rules that it broke: checked after every entry, and of overdrawn
 * accounts after every fact, or set of facts, that was booked.
 */
function book({ facts, coins, onTheirWay, triesEvery }: History, rows: Rows = JOURNAL) {
  const ledger = new TestLedger(rows);
  const broken = new Set<Broken>();
  const movements = new Map<string, Movement[]>();
  let checked = 0;
  for (const [i, fact] of [...facts, undefined].entries()) {
    try {
      if (fact) ledger.take(fact);
      if (!fact || (i + 1) % triesEvery === 0) ledger.bookWaiting();
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      const named = [...error.message.matchAll(/rule (\d)/g)].map(([, rule]) => Number(rule));
      for (const rule of ['refused', ...named] as const) broken.add(rule);
      return { ledger, broken };
    }
    for (; checked < ledger.entries.length; checked += 1) {
      const entry = ledger.entries[checked]!;
      const all = [...(movements.get(entry.book) ?? []), ...entry.movements];
      movements.set(entry.book, all);
      for (const { rule } of [
        ...sidesKept(entry.movements),
        ...duesMirrored(entry.movements),
        ...flowDrained(entry.balances, entry.drains),
        ...owesOnlyWhatIsSpent(entry, ledger),
      ]) {
        broken.add(rule);
      }
    }
    for (const balances of ledger.balances.values()) {
      for (const { rule } of [...claimsCovered(balances), ...noneOverdrawn(balances)]) {
        broken.add(rule);
      }
    }
  }
  if (ledger.waiting.length > 0) broken.add('waits');
  if (new Set(ledger.entries.map(({ entryId }) => entryId)).size < ledger.entries.length) broken.add('twins');
  for (const [asset, balances] of ledger.balances) {
    const booked = new Map<string, bigint>();
    for (const key of new Set([...coins.keys(), ...onTheirWay.keys()])) {
      const [of, address] = key.split(' ') as [string, string];
      if (of === asset) booked.set(address, (coins.get(key) ?? 0n) - (onTheirWay.get(key) ?? 0n));
    }
    const summed = balancesAddUp(balances, movements.get(asset) ?? []);
    for (const { rule } of [...coinsOnChain(balances, booked), ...summed]) broken.add(rule);
  }
  return { ledger, broken };
}

/** What left an account in the books for a transaction that is not final: its edges come with the settlement. */
function onTheirWayFrom({ onTheirWay }: History, asset: string, account: string): bigint {
  const place = placeOf(account);
  const isGasBesideClients = account.startsWith('assets:h:gas') && !account.includes(':0xf');
  return place.kind === 'address' && !isGasBesideClients ? (onTheirWay.get(`${asset} ${place.address}`) ?? 0n) : 0n;
}

describe('the journal', () => {
  it('breaks no rule after any entry of any history, and lets nothing wait for ever', () => {
    fc.assert(
      fc.property(histories, (history) => {
        expect([...book(history).broken]).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves edges whose sums are the balances, once what a reorg took back is left out', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { entries, balances } = book(history).ledger;
        const gone = new Set(entries.flatMap(({ entryId, reverses }) => (reverses ? [entryId, reverses] : [])));
        const held = new Map<string, bigint>();
        for (const { entryId, book: asset, edges } of entries) {
          for (const { from, to, amount } of gone.has(entryId) ? [] : edges) {
            held.set(`${asset} ${from}`, (held.get(`${asset} ${from}`) ?? 0n) - amount);
            held.set(`${asset} ${to}`, (held.get(`${asset} ${to}`) ?? 0n) + amount);
          }
        }
        for (const [asset, accounts] of balances) {
          for (const [account, balance] of accounts) {
            const place = placeOf(account);
            if (place.kind !== 'address' && place.kind !== 'available') continue;
            const key = `${asset} ${account}`;
            const sent = place.kind === 'address' ? onTheirWayFrom(history, asset, account) : 0n;
            const stands = onNormalSide(account, balance) + sent;
            expect([key, held.get(key) ?? 0n]).toEqual([key, stands]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** A client owes the house nothing for a vanished deposit that its own claims still cover. */
function owesOnlyWhatIsSpent({ book, movements }: NewEntry, ledger: TestLedger): { rule: Broken }[] {
  return movements.flatMap(({ debit }) => {
    const client = /^assets:h:receivable:(.+)$/.exec(debit)?.[1];
    return client && (ledger.of(book).get(availableClaim(client)) ?? 0n) !== 0n ? [{ rule: 'owes' }] : [];
  });
}

/** The journal with the movements of one row changed. */
function withRow(row: RowName, change: (movements: readonly Movement[]) => readonly Movement[]): Rows {
  const right: Row = JOURNAL[row];
  const wrong: Row = {
    ...right,
    post: (fact, before): Posting => {
      const posting = right.post(fact, before);
      return { ...posting, movements: change(posting.movements) };
    },
  };
  return { ...JOURNAL, [row]: wrong };
}

const sample = fc.sample(histories, { seed: 3, numRuns: 400 });

/** Every row's longest entry in the sample, so that the tests below know what there is to be made wrong. */
const longest = new Map<RowName, number>();
for (const history of sample) {
  for (const { kind, movements } of book(history).ledger.entries) {
    if (kind !== 'shared-address') longest.set(kind, Math.max(longest.get(kind) ?? 0, movements.length));
  }
}

/** Whether some history of the sample shows that this journal breaks a rule. */
function isCaught(rows: Rows, rule?: number): boolean {
  return sample.some((history) => {
    const { broken } = book(history, rows);
    return rule ? broken.has(rule) : broken.size > 0;
  });
}

const first = (change: Partial<Movement>) => (movements: readonly Movement[]) =>
  movements.map((movement, i) => (i === 0 ? { ...movement, ...change } : movement));

describe('each rule catches a journal with a row made wrong', () => {
  it('and the histories post by every row there is', () => {
    expect([...longest.keys()].sort()).toEqual(Object.keys(JOURNAL).sort());
  });

  it.each<[rule: number, error: string, rows: Rows]>([
    [
      1,
      'capital credited to clients',
      withRow('capital-finalized', first({ credit: 'liabilities:c:available:aster' })),
    ],
    [2, 'a deposit booked as income', withRow('deposit-confirmed', first({ credit: 'income:c:other' }))],
    [3, 'capital booked as a debt to the clients', withRow('capital-finalized', first({ credit: DUE_TO_CLIENTS }))],
    [3, 'a fee that the house does not owe', withRow('sweep-fee', (right) => right.slice(0, -1))],
    [4, 'a finalized deposit credited twice', withRow('deposit-finalized', (right) => [...right, ...right.slice(1)])],
    [
      5,
      'coins booked at another address',
      withRow('sweep-settled', first({ debit: addressAccount('c', 'hot', 'eip155:31337', '0xdead') })),
    ],
    [6, 'a sweep left on its way', withRow('sweep-settled', (right) => right.slice(1))],
  ])('rule %i: %s', (rule, _, rows) => {
    expect(isCaught(rows, rule)).toBe(true);
  });

  const faults: Record<string, (movement: Movement) => Movement[]> = {
    dropped: () => [],
    doubled: (movement) => [movement, movement],
    swapped: ({ debit, credit, amount }) => [{ debit: credit, credit: debit, amount }],
    'one unit off': (movement) => [{ ...movement, amount: movement.amount + 1n }],
  };
  const places = [...longest].flatMap(([row, movements]) =>
    Array.from({ length: movements }, (_, at): [RowName, number] => [row, at]),
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
