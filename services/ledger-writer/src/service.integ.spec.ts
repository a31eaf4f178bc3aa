import { EntryPosted, TransferConfirmed } from '@tributary/events';
import { DataSource, startService, Transactor, type RunningService } from '@tributary/platform-service';
import { bearer, sendRecords, serviceEnv, testNamespace, TopicTap, until } from '@tributary/testing';
import { LedgerWriterModule } from './service';
import { auditBooks } from './store/audit-books';
import { CHAIN, ETHER, FactsModule, HOLDERS, randomFacts, TestTransfer, type Fact } from './transfers.fixture';

jest.setTimeout(60_000);

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

describe('the ledger writer', () => {
  const history = randomFacts(7, 80);

  it('balances every book after a random history, and posts each entry once, numbered without gaps', async () => {
    await publish(history);
    const audits = await auditBooks(ledger.get(DataSource).manager);
    expect(audits).toHaveLength(2);
    expect(audits.flatMap(({ faults }) => faults)).toEqual([]);

    const entries = await postedEntries(audits.reduce((sum, { entries }) => sum + entries, 0));
    for (const { book, entries: count } of audits) {
      const seqs = entries.filter((entry) => entry.book === book).map(({ bookSeq }) => bookSeq);
      expect(seqs).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    }
    for (const { kind, edges, reverses } of entries) {
      expect([kind, edges.length > 0, reverses !== null]).toEqual([
        kind,
        kind.endsWith('-finalized'),
        kind.endsWith('-reverted'),
      ]);
    }
  });

  it('leaves each address with the coins of its finalized transfers', async () => {
    const coins = new Map<string, bigint>();
    for (const { type, payload } of history) {
      const key = `${payload.assetId} ${payload.to.address}`;
      if (type === 'TransferFinalized') coins.set(key, (coins.get(key) ?? 0n) + payload.amount);
    }
    for (const { address, owner } of Object.values(HOLDERS)) {
      const account = `assets:${owner.side}:${owner.role}:${CHAIN}:${address}`;
      for (const book of new Set(history.map(({ payload }) => payload.assetId))) {
        const { items } = await read<Accounts>(`/accounts?${new URLSearchParams({ book, prefix: account })}`);
        expect([account, BigInt(items[0]?.balance ?? 0)]).toEqual([account, coins.get(`${book} ${address}`) ?? 0n]);
      }
    }
  });

  it('is not changed by a redelivery of everything', async () => {
    const before = await read('/books');
    const topic = `${env['NAMESPACE']}.${TransferConfirmed.topic}`;
    const transfers = await TopicTap.open(topic);
    await until('the facts are read back', () => transfers.records.length >= history.length);
    await transfers.close();
    await sendRecords(transfers.records.map(({ key, value, headers }) => ({ topic, key, value, headers })));
    await publish([new TestTransfer(500, 'house', 1n).confirmed()]);
    expect(await read('/books')).toEqual(before);
  });

  it('states an account with a running balance that ends where it stands', async () => {
    const account = 'liabilities:c:available:aster';
    const legs: Statement['items'][number][] = [];
    let before = '';
    do {
      const query = new URLSearchParams({ book: ETHER, account, limit: '3', ...(before && { before }) });
      const page = await read<Statement>(`/statement?${query}`);
      if (legs.length === 0) expect(page.items[0]?.balanceAfter).toBe(page.balance);
      legs.push(...page.items);
      before = page.nextCursor ?? '';
    } while (before);
    let balance = 0n;
    for (const { debit, credit, balanceAfter } of legs.reverse()) {
      balance += BigInt(credit ?? 0) - BigInt(debit ?? 0);
      expect(balanceAfter).toBe(balance.toString());
    }
    expect(legs.length).toBeGreaterThan(3);
  });

  it('takes a confirmed deposit back by an entry that mirrors and names it', async () => {
    const transfer = new TestTransfer(600, 'birch', 41n);
    await publish([transfer.confirmed(), transfer.reverted('confirmed')]);
    const { items } = await read<Entries>(`/entries?${new URLSearchParams({ flow: transfer.transferId })}`);
    const [confirmed, reverted] = items;
    expect(reverted?.reverses).toBe(confirmed?.entryId);
    expect(reverted?.movements).toEqual(
      confirmed?.movements.map(({ debit, credit, amount }) => ({ debit: credit, credit: debit, amount })),
    );
    expect(await read(`/entries/${reverted?.entryId}`)).toEqual(reverted);
  });

  it('parks a transfer whose step was lost, posts nothing of it, and goes on with others', async () => {
    const [lost, next] = [new TestTransfer(700, 'aster', 5n), new TestTransfer(701, 'aster', 6n)];
    await publish([lost.finalized(), next.confirmed(), next.finalized()]);
    const flow = (transfer: TestTransfer) =>
      read<Entries>(`/entries?${new URLSearchParams({ flow: transfer.transferId })}`);
    expect((await flow(lost)).items).toEqual([]);
    expect((await flow(next)).items).toHaveLength(2);
    const { parked } = await read<{ parked: { subject: string; code: string }[] }>('/ledger-writer/dead-letters');
    expect(parked).toMatchObject([{ subject: lost.transferId, code: 'flow-out-of-step' }]);
  });

  it.each([
    ['an account nobody posted to', `/statement?book=${ETHER}&account=assets:c:hot:x`, 404, 'query.account'],
    ['a cursor of another list', `/statement?book=${ETHER}&account=x&before=zzz`, 400, 'query.before'],
    ['no book', '/accounts', 400, 'query.book'],
  ])('names the field when asked for %s', async (_, path, status, field) => {
    const response = await fetch(ledger.url + path, { headers: await bearer('finance') });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ field }] });
  });
});

describe('the database', () => {
  const run = (sql: string) => ledger.get(DataSource).query(sql);

  it.each([
    ['an asset below zero', `UPDATE account SET balance = -1 WHERE path LIKE 'assets:%'`, 'asset_not_below_zero'],
    [
      'a liability in debit',
      `UPDATE account SET balance = 1 WHERE path LIKE 'liabilities:%'`,
      'liability_not_in_debit',
    ],
    ['an account of no class', `INSERT INTO account (book, path) VALUES ('${ETHER}', 'cash:c:hot')`, 'account_class'],
    [
      'a movement across sides',
      `INSERT INTO movement SELECT e.book, e.book_seq, 9, 'c', d.id, c.id, 1, 0, 0 FROM entry e
         JOIN account d ON d.book = e.book AND d.side = 'c' JOIN account c ON c.book = e.book AND c.side = 'h' LIMIT 1`,
      'foreign key',
    ],
    [
      'a fact booked twice',
      `INSERT INTO entry SELECT 'twin', book, 10000, kind, flow, chain, txid, effective_at, booked_at, source_event_id
         FROM entry LIMIT 1`,
      'fact_booked_once',
    ],
  ])('refuses %s', async (_, sql, constraint) => {
    await expect(run(sql)).rejects.toThrow(constraint);
  });

  it('shows a balance that its movements do not make', async () => {
    const where = `WHERE path = 'liabilities:c:available:aster' AND book = '${ETHER}'`;
    await run(`UPDATE account SET balance = balance - 1 ${where}`);
    const { items } = await read<{ items: { book: string; balanced: boolean; faults: string[] }[] }>('/books');
    await run(`UPDATE account SET balance = balance + 1 ${where}`);
    expect(items.find(({ book }) => book === ETHER)).toMatchObject({
      balanced: false,
      faults: [
        '1 accounts differ from the sum of their movements',
        '1 accounts differ from where their running balance ends',
        'client assets exceed the claims on them by -1',
      ],
    });
  });

  it('shows a running balance that ends elsewhere, and a book whose entries are gone', async () => {
    await ledger.get(DataSource).transaction(async (tx) => {
      await tx.query(`UPDATE movement SET credit_after = credit_after + 1
        WHERE (book, book_seq) = (SELECT book, seq FROM book WHERE book = '${ETHER}')`);
      await tx.query(`INSERT INTO book VALUES ('bare', 1)`);
      const faults = new Map((await auditBooks(tx)).map((each) => [each.book, each.faults]));
      expect(faults.get(ETHER)).toEqual([expect.stringMatching(/^\d accounts differ from where/)]);
      expect(faults.get('bare')).toEqual(['0 entries stand where the sequence counts 1']);
      await tx.query('DELETE FROM book WHERE book = $1', ['bare']);
      await tx.query(`UPDATE movement SET credit_after = credit_after - 1
        WHERE (book, book_seq) = (SELECT book, seq FROM book WHERE book = '${ETHER}')`);
    });
  });
});

interface Accounts {
  readonly items: { readonly account: string; readonly balance: string }[];
}

interface Statement {
  readonly balance: string;
  readonly items: { readonly debit: string | null; readonly credit: string | null; readonly balanceAfter: string }[];
  readonly nextCursor: string | null;
}

interface Entries {
  readonly items: {
    readonly entryId: string;
    readonly reverses: string | null;
    readonly movements: { readonly debit: string; readonly credit: string; readonly amount: string }[];
  }[];
}

let publishedCount = 0;

/** Publishes facts and waits until the ledger has taken in every one. */
async function publish(events: readonly Fact[]): Promise<void> {
  await facts.get(Transactor).run(async () => ({ events }));
  publishedCount += events.length;
  await until('the ledger has taken in every fact', async () => {
    const [row] = await ledger.get(DataSource).query('SELECT sum(last_seq) AS seen FROM consumer_stream');
    return Number(row?.seen) === publishedCount;
  });
}

async function postedEntries(count: number) {
  return until(`${count} entries are posted`, () => {
    const entries = posted.events(EntryPosted).map(({ payload }) => payload);
    return entries.length >= count ? entries : undefined;
  });
}

async function read<T>(path: string): Promise<T> {
  const response = await fetch(ledger.url + path, { headers: await bearer('finance') });
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as T;
}
