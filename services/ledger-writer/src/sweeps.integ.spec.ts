import { EntryPosted, OutflowReverted, OutflowUnexplained } from '@tributary/events';
import { DataSource, startService, Transactor, type RunningService } from '@tributary/platform-service';
import { bearer, serviceEnv, testNamespace, TopicTap, until } from '@tributary/testing';
import { LedgerWriterModule } from './service';
import { auditBooks } from './store/audit-books';
import { HOT, TestSweep, unexplained, type OutgoingFact } from './sweeps.fixture';
import { CHAIN, ETHER, FactsModule, HOLDERS, TestTransfer, TOKEN, type Fact } from './transfers.fixture';

jest.setTimeout(120_000);

const BIRCH = { from: HOLDERS.birch };

const env = serviceEnv(testNamespace());
let facts: RunningService;
let ledger: RunningService;
let posted: TopicTap;

beforeAll(async () => {
  [facts, ledger] = await Promise.all([startService(FactsModule, { env }), startService(LedgerWriterModule, { env })]);
  posted = await TopicTap.open(`${env['NAMESPACE']}.${EntryPosted.topic}`);
}, 60_000);

afterAll(async () => {
  await posted.close();
  await Promise.all([facts.stop(), ledger.stop()]);
});

afterEach(async () => {
  const audits = await auditBooks(ledger.get(DataSource).manager);
  expect(audits.flatMap(({ faults }) => faults)).toEqual([]);
});

describe('sweeps in the books', () => {
  it('books a sweep of ether to its settlement, a later attempt once, the fee short of the clients', async () => {
    const sweep = new TestSweep(1, 970n);
    await publish(credited(1, 1000n), [sweep.broadcast(), sweep.broadcast(2), sweep.settled(21n)]);
    expect(await flow(sweep.flowId)).toEqual([
      ['sweep-broadcast', ETHER, 970n],
      ['sweep-settled', ETHER, 970n, 21n, 21n],
    ]);
    expect(await balances('assets:c:')).toMatchObject({
      [`assets:c:deposit:${CHAIN}:0xa1`]: 9n,
      [`assets:c:hot:${CHAIN}:0xc2`]: 970n,
      'assets:c:due-from-house': 21n,
      [`assets:c:transit:sweep:${sweep.flowId}`]: 0n,
    });
    const edges = await edgesOf(sweep.flowId);
    expect(edges).toEqual([
      [`assets:c:deposit:${CHAIN}:0xa1`, `assets:c:transit:sweep:${sweep.flowId}`, 970n],
      [`assets:c:transit:sweep:${sweep.flowId}`, `assets:c:hot:${CHAIN}:0xc2`, 970n],
      [`assets:c:deposit:${CHAIN}:0xa1`, 'fees:network', 21n],
    ]);
  });

  it("pays a token's fee in the native book, out of the gas at the address as far as it reaches", async () => {
    const gas = new TestSweep(20, 50n, { kind: 'top-up', from: HOLDERS.house, to: HOLDERS.birch });
    const sweep = new TestSweep(2, 400n, { assetId: TOKEN, from: HOLDERS.birch });
    await publish(credited(20, 500n, 'house', ETHER), credited(2, 400n, 'birch', TOKEN), credited(21, 30n, 'birch'));
    await publish([gas.broadcast(), gas.settled(5n), sweep.broadcast(), sweep.settled(60n)]);
    expect(await flow(gas.flowId)).toEqual([['top-up-settled', ETHER, 50n, 5n]]);
    expect(await flow(sweep.flowId)).toEqual([
      ['sweep-broadcast', TOKEN, 400n],
      ['sweep-settled', TOKEN, 400n],
      ['sweep-fee', ETHER, 50n, 10n, 10n],
    ]);
    expect(await balances('assets:h:gas:')).toEqual({
      [`assets:h:gas:${CHAIN}:0xb1`]: 0n,
      [`assets:h:gas:${CHAIN}:0xf1`]: 445n,
    });
  });

  it('returns the value of a sweep that failed on the chain, less its fee', async () => {
    const sweep = new TestSweep(3, 100n);
    await publish(credited(3, 200n), [sweep.broadcast(), sweep.failed(7n)]);
    expect(await flow(sweep.flowId)).toEqual([
      ['sweep-broadcast', ETHER, 100n],
      ['sweep-broadcast-reverted', ETHER, 100n],
      ['sweep-fee', ETHER, 7n, 7n],
    ]);
  });

  it('lets a sweep wait for its deposit, later facts of it behind it, and books all with the deposit', async () => {
    const sweep = new TestSweep(4, 5000n);
    const [confirmed, finalized] = credited(4, 5000n) as [Fact, Fact];
    await publish([confirmed, sweep.broadcast(), sweep.settled(1n)]);
    expect(await flow(sweep.flowId)).toEqual([]);
    const { items } = await read<{ items: unknown[] }>('/waiting');
    expect(items).toMatchObject([
      {
        flow: sweep.flowId,
        eventType: 'SweepBroadcast',
        lacks: { book: ETHER, account: `assets:c:deposit:${CHAIN}:0xa1` },
      },
      { flow: sweep.flowId, eventType: 'SweepSettled', lacks: null },
    ]);
    await publish([finalized]);
    expect((await flow(sweep.flowId)).map(([kind]) => kind)).toEqual(['sweep-broadcast', 'sweep-settled']);
    expect((await read<{ items: unknown[] }>('/waiting')).items).toEqual([]);
  });

  it('takes a swept deposit back past finality once its sweep is, and books both anew when they return', async () => {
    const before = await balances('');
    const deposit = new TestTransfer(5, 'aster', 9000n);
    const sweep = new TestSweep(5, 8900n);
    await publish([deposit.confirmed(), deposit.finalized()], [sweep.broadcast(), sweep.settled(11n)]);
    const swept = await balances('');
    await publish([deposit.reverted('finalized'), deposit.confirmed(1)]);
    expect((await read<{ items: unknown[] }>('/waiting')).items).toMatchObject([
      { flow: deposit.transferId, eventType: 'TransferReverted' },
      { flow: deposit.transferId, eventType: 'TransferConfirmed', lacks: null },
    ]);
    await publish([sweep.reverted('settled')]);
    expect(await flow(deposit.transferId)).toEqual([
      ['deposit-confirmed', ETHER, 9000n],
      ['deposit-finalized', ETHER, 9000n, 9000n],
      ['deposit-finalized-reverted', ETHER, 9000n, 9000n],
      ['deposit-reverted', ETHER, 9000n],
      ['deposit-confirmed', ETHER, 9000n],
    ]);
    const pending = { [`assets:c:transit:deposit:${deposit.transferId}`]: 9000n };
    const claim = { [`liabilities:c:pending:aster:${deposit.transferId}`]: 9000n };
    expect(nonZero(await balances(''))).toEqual(nonZero({ ...before, ...pending, ...claim }));
    await publish([deposit.finalized(1)], [sweep.broadcast(), sweep.settled(11n)]);
    expect(nonZero(await balances(''))).toEqual(nonZero(swept));
  });

  it('forgets a sweep that was taken back before its deposit was ever in the books', async () => {
    const sweep = new TestSweep(6, 10n ** 9n);
    await publish([sweep.broadcast(), sweep.settled(1n), sweep.reverted('settled')]);
    expect(await flow(sweep.flowId)).toEqual([]);
    expect((await read<{ items: unknown[] }>('/waiting')).items).toEqual([]);
  });

  it('puts an unexplained outflow into suspense of the house, and takes it out again', async () => {
    const outflow = unexplained(7, HOT, 70n);
    await publish([OutflowUnexplained.of(outflow)]);
    expect(await balances('assets:h:suspense:')).toEqual({ [`assets:h:suspense:${outflow.outflowId}`]: 70n });
    expect(await edgesOf(outflow.outflowId)).toEqual([[`assets:c:hot:${CHAIN}:0xc2`, 'outside:0xe9', 70n]]);
    await publish([OutflowReverted.of(outflow)]);
    expect(await balances('assets:h:suspense:')).toEqual({ [`assets:h:suspense:${outflow.outflowId}`]: 0n });
    const [first, second] = (await read<Entries>(entriesOf(outflow.outflowId))).items;
    expect(second?.reverses).toBe(first?.entryId);
  });

  it('books together what went round, once a reorg takes it back while a later sweep has the coins', async () => {
    const round = { assetId: TOKEN, from: HOLDERS.birch, to: HOLDERS.nobody };
    const [gone, later] = [new TestSweep(8, 700n, round), new TestSweep(9, 700n, round)];
    const astray = { ...unexplained(8, HOLDERS.nobody, 700n), assetId: TOKEN, to: HOLDERS.birch };
    await publish(credited(8, 700n, 'birch', TOKEN), [gone.broadcast(), gone.settled(0n)]);
    await publish([OutflowUnexplained.of(astray), later.broadcast()]);
    await publish([OutflowReverted.of(astray), gone.reverted('settled')]);
    await nothingWaits();
    expect((await flow(gone.flowId)).slice(2)).toEqual([
      ['sweep-settled-reverted', TOKEN, 700n],
      ['sweep-broadcast-reverted', TOKEN, 700n],
    ]);
    expect(nonZero(await balances('assets:', TOKEN))).toMatchObject([
      [`assets:c:hot:${CHAIN}:0xc2`, 400n],
      [`assets:c:transit:sweep:${later.flowId}`, 700n],
    ]);
    await publish([later.settled(0n)]);
    await sequenceHasNoGap(TOKEN);
  });

  it("makes clients' coins good that paid a fee before the gas at their address was in the books", async () => {
    const gas = new TestSweep(10, 5000n, { kind: 'top-up', from: HOLDERS.house, to: HOLDERS.birch });
    const [failing, sweep] = [new TestSweep(11, 30n, BIRCH), new TestSweep(12, 120n, BIRCH)];
    await publish(credited(11, 100n, 'birch'));
    await publish([gas.settled(0n), failing.broadcast(), failing.failed(60n), sweep.broadcast()]);
    expect((await read<{ items: unknown[] }>('/waiting')).items).toMatchObject([
      { flow: gas.flowId, lacks: { account: `assets:h:gas:${CHAIN}:0xf1` } },
      { flow: sweep.flowId, lacks: { account: `assets:c:deposit:${CHAIN}:0xb1` } },
    ]);
    await publish(credited(10, 5000n, 'house'));
    await nothingWaits();
    expect(await flow(sweep.flowId)).toEqual([
      ['shared-address', ETHER, 60n, 60n],
      ['sweep-broadcast', ETHER, 120n],
    ]);
    expect(await balances('')).toMatchObject({
      [`assets:c:deposit:${CHAIN}:0xb1`]: 0n,
      [`assets:h:gas:${CHAIN}:0xb1`]: 4940n,
      'liabilities:c:due-to-house': 60n,
      'assets:h:due-from-clients': 60n,
    });
    await publish([sweep.settled(1n)]);
    await sequenceHasNoGap(ETHER);
  });

  it('books both topics of a chain at once, and ends where the facts end', async () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      deposit: new TestTransfer(100 + i, 'aster', 1000n),
      sweep: new TestSweep(100 + i, 900n, i % 3 ? {} : { kind: 'sweep', assetId: TOKEN }),
    }));
    await Promise.all([
      publish(many.flatMap(({ sweep }) => [sweep.broadcast(), sweep.settled(2n)])),
      publish(
        many.flatMap(({ deposit }, i) => {
          const paid = i % 3 ? deposit : new TestTransfer(100 + i, 'aster', 1000n, TOKEN);
          return [paid.confirmed(), paid.finalized()];
        }),
      ),
    ]);
    expect((await read<{ items: unknown[] }>('/waiting')).items).toEqual([]);
    const transit = await balances('assets:c:transit:');
    expect(Object.entries(transit).filter(([, balance]) => balance !== 0n)).toEqual([]);
    expect((await read<{ parked: unknown[] }>('/ledger-writer/dead-letters')).parked).toEqual([]);
  });
});

interface Entries {
  readonly items: {
    readonly entryId: string;
    readonly book: string;
    readonly kind: string;
    readonly reverses: string | null;
    readonly movements: { readonly amount: string }[];
  }[];
}

function credited(n: number, amount: bigint, holder: keyof typeof HOLDERS = 'aster', assetId = ETHER): Fact[] {
  const transfer = new TestTransfer(n, holder, amount, assetId);
  return [transfer.confirmed(), transfer.finalized()];
}

let publishedCount = 0;

/** Publishes each list of facts and waits until the ledger has taken all in, before it publishes the next. */
async function publish(...lists: readonly (readonly (Fact | OutgoingFact)[])[]): Promise<void> {
  for (const events of lists) {
    publishedCount += events.length;
    await facts.get(Transactor).run(async () => ({ events }));
    await until('the ledger has taken in every fact', async () => {
      const [row] = await ledger.get(DataSource).query('SELECT sum(last_seq) AS seen FROM consumer_stream');
      return Number(row?.seen) === publishedCount;
    });
  }
}

const entriesOf = (id: string) => `/entries?${new URLSearchParams({ flow: id })}`;

/** A flow's entries: row, book and the amounts that it moves. */
async function flow(id: string): Promise<[kind: string, book: string, ...amounts: bigint[]][]> {
  const { items } = await read<Entries>(entriesOf(id));
  return items.map(({ kind, book, movements }) => [kind, book, ...movements.map(({ amount }) => BigInt(amount))]);
}

/** Facts that lack coins only by themselves are booked together after a while. */
async function nothingWaits(): Promise<void> {
  const waiting = () => read<{ items: unknown[] }>('/waiting');
  await until('nothing waits', async () => (await waiting()).items.length === 0, { withinMs: 60_000 });
}

/** What was published of a book counts from 1 on. */
async function sequenceHasNoGap(book: string): Promise<void> {
  const { items } = await read<{ items: { book: string; seq: number }[] }>('/books');
  const seq = items.find((one) => one.book === book)?.seq;
  const published = await until(`all of ${book} is published`, () => {
    const ofBook = posted.events(EntryPosted).filter(({ payload }) => payload.book === book);
    return ofBook.length === seq ? ofBook : undefined;
  });
  expect(published.map(({ payload }) => payload.bookSeq)).toEqual(published.map((_, i) => i + 1));
}

/** A book's accounts, on their normal side. */
async function balances(prefix: string, book = ETHER): Promise<Record<string, bigint>> {
  const query = new URLSearchParams({ book, prefix, limit: '1000' });
  const { items } = await read<{ items: { account: string; balance: string }[] }>(`/accounts?${query}`);
  return Object.fromEntries(items.map(({ account, balance }) => [account, BigInt(balance)]));
}

function nonZero(of: Record<string, bigint>): [string, bigint][] {
  return Object.entries(of)
    .filter(([, balance]) => balance !== 0n)
    .sort();
}

/** The edges that a flow's entries were published with. */
async function edgesOf(id: string): Promise<[from: string, to: string, amount: bigint][]> {
  const entries = await until(`the entries of ${id} are published`, () => {
    const found = posted.events(EntryPosted).filter(({ payload }) => payload.flow === id);
    return found.some(({ payload }) => payload.edges.length > 0) ? found : undefined;
  });
  return entries.flatMap(({ payload }) =>
    payload.edges.map(({ from, to, amount }): [string, string, bigint] => [from, to, amount]),
  );
}

async function read<T>(path: string): Promise<T> {
  const response = await fetch(ledger.url + path, { headers: await bearer('finance') });
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as T;
}
