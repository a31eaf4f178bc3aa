import { placeEdges } from '@tributary/domain-flow-graph';
import { outside, placeOf } from '@tributary/domain-ledger';
import { AddressAllocated, EntryPosted } from '@tributary/events';
import { CHAIN, depositAddress, entry, ETHER, HOT, randomEntries, registryEvents, reversal } from './entries.fixture';
import type { Entry } from './entries.fixture';
import { RunningGraph } from './running-graph.fixture';

jest.setTimeout(180_000);

/** A history with reorgs: after some entries the newest few are taken back, newest first, and others follow. */
function withReorgs(history: readonly Entry[]): { entries: Entry[]; epochs: Entry[][] } {
  const entries: Entry[] = [];
  const epochs: Entry[][] = [];
  let standing: Entry[] = [];
  const renumbered = ({ payload }: Entry) => {
    const { flow, edges } = payload;
    return entry(entries.length + 1, flow, edges);
  };
  for (const [n, next] of history.entries()) {
    const posted = renumbered(next);
    entries.push(posted);
    standing.push(posted);
    if (n % 40 !== 39) continue;
    epochs.push([...standing]);
    for (const taken of standing.slice(-7).reverse()) entries.push(reversal(entries.length + 1, taken));
    standing = standing.slice(0, -7);
  }
  return { entries, epochs: [...epochs, standing] };
}

const { entries, epochs } = withReorgs(randomEntries(5, 130));
const newest = epochs.length;
let graph: RunningGraph;

beforeAll(async () => {
  graph = await RunningGraph.start();
  await graph.publish([...registryEvents(), ...entries]);
});

afterAll(() => graph.stop());

describe('a reorg past finality', () => {
  it('opens one epoch, however many entries it takes back', async () => {
    const { epoch, asOfSeq } = await graph.read<Flow>(`/flow?asset=${ETHER}`);
    expect([epoch, asOfSeq]).toEqual([newest, entries.length]);
    expect(newest).toBe(4);
  });

  it.each(epochs.map((standing, n) => [n + 1, standing]))(
    'leaves epoch %i with the places of what then stood, as if placed in book order without what vanished',
    async (epoch, standing) => {
      const rows: Record<string, string>[] = await graph.db.query(
        `SELECT src, dst, amount, out_pos, in_pos FROM edges_of($1, 'custody', $2) ORDER BY book_seq, id`,
        [ETHER, epoch],
      );
      const { placed } = placeEdges(
        standing.flatMap(({ payload }) => payload.edges),
        new Map(),
      );
      expect(rows).toEqual(
        placed.map(({ from, to, amount, outPos, inPos }) => ({
          src: from,
          dst: to,
          amount: amount.toString(),
          out_pos: outPos.toString(),
          in_pos: inPos.toString(),
        })),
      );
    },
  );

  it('lets earlier epochs be traced and drawn as they stood', async () => {
    const { flow } = epochs[0]?.findLast(({ payload }) => payload.edges[1])?.payload ?? { flow: '' };
    const path = `/trace?asset=${ETHER}&direction=forward&transferId=${flow}`;
    expect(await graph.read(`${path}&epoch=1`)).toMatchObject({ epoch: 1, asOfSeq: 40 });
    expect((await graph.ask(path)).status).toBe(404);
    expect((await graph.ask(`${path}&epoch=9`)).status).toBe(404);
    const total = (standing: readonly Entry[]) =>
      standing
        .flatMap(({ payload }) => payload.edges)
        .filter(({ from }) => placeOf(from).kind === 'outside')
        .reduce((sum, { amount }) => sum + amount, 0n)
        .toString();
    for (const [n, standing] of epochs.entries()) {
      expect(await graph.read(`/flow?asset=${ETHER}&epoch=${n + 1}`)).toMatchObject({ total: total(standing) });
    }
  });
});

describe('the sums that are kept', () => {
  it('are those of the raw edges, after reorgs too, whatever the range of time', async () => {
    const first = Date.UTC(2026, 0, 1);
    const ranges = Array.from({ length: 12 }, (_, n) => [n * n * 23, 240 + n * 71].map((min) => first + min * 60_000));
    for (const [a = 0, b = 0] of [[first, first + 10 * 86_400_000], ...ranges]) {
      const [from, to] = [Math.min(a, b), Math.max(a, b)].map((ms) => new Date(ms).toISOString());
      const { links } = await graph.read<Flow>(`/flow?asset=${ETHER}&from=${from}&to=${to}`);
      const raw: { amount: string; count: string }[] = await graph.db.query(
        `SELECT coalesce(sum(amount), 0) AS amount, count(*) AS count FROM passages_of($1, 'custody', $2)
         WHERE effective_at >= $3 AND effective_at < $4`,
        [ETHER, newest, from, to],
      );
      expect([from, to, sum(links).toString(), links.reduce((n, { count }) => n + count, 0).toString()]).toEqual([
        from,
        to,
        raw[0]?.amount,
        raw[0]?.count,
      ]);
    }
  });

  it('are those of the raw edges for each pair of groups, hour by hour and day by day', async () => {
    for (const width of ['hour', 'day']) {
      const kept = await graph.db.query(
        `SELECT at, source, target, amount, count FROM rollup
         WHERE asset = $1 AND layer = 'custody' AND width = $2 AND count <> 0 ORDER BY at, source, target`,
        [ETHER, width],
      );
      expect(kept.length).toBeGreaterThan(5);
      expect(kept).toEqual(await rawSums(width));
    }
    const empty = await graph.db.query('SELECT * FROM rollup WHERE count = 0 AND amount <> 0');
    expect(empty).toEqual([]);
  });

  it('follow an address to the group of its wallet when the registration comes late', async () => {
    const late = `assets:c:warm:${CHAIN}:0x3a3`;
    const [n, edge] = [entries.length, { from: HOT, to: late, amount: 5n }];
    await graph.publish([entry(n + 1, 'early', [edge]), entry(n + 2, 'back', [{ from: late, to: HOT, amount: 2n }])]);
    const nodes = async () => (await graph.read<Flow>(`/flow?asset=${ETHER}`)).nodes.map(({ id }) => id);
    expect(await nodes()).toContain(late);
    const stamp = { version: 1, occurredAt: new Date(0), maker: 'test', checker: 'other', chain: CHAIN };
    await graph.publish([
      AddressAllocated.of({
        ...stamp,
        derivationPath: null,
        effectiveFromBlock: null,
        side: 'c',
        address: '0x3a3',
        walletId: 'warm',
        role: 'warm',
        clientId: null,
      }),
    ]);
    const after = await nodes();
    expect(after).toContain('wallet:warm');
    expect(after).not.toContain(late);
    const kept = await graph.db.query(
      `SELECT at, source, target, amount, count FROM rollup
       WHERE asset = $1 AND layer = 'custody' AND width = 'hour' AND count <> 0 ORDER BY at, source, target`,
      [ETHER],
    );
    expect(kept).toEqual(await rawSums('hour'));
  });
});

describe('what comes in less what goes out', () => {
  it('is the balance in the books of every coin account, reorgs and all', async () => {
    const { conservation } = await graph.read<Flow>(`/flow?asset=${ETHER}`);
    expect(conservation).toEqual({ ok: true, breaks: [] });
  });

  it('leaves out what is on its way, and names an account that holds more by the books than by the graph', async () => {
    const [{ seq }] = await graph.db.query('SELECT seq FROM book WHERE asset = $1', [ETHER]);
    const transit = `assets:c:transit:deposit:${CHAIN}/0xff/native`;
    const moved = (bookSeq: number, flow: string, debit: string, credit: string) =>
      EntryPosted.of({ ...entry(bookSeq, flow, []).payload, movements: [{ debit, credit, amount: 9n }] });
    await graph.publish([moved(Number(seq) + 1, 'confirmed', transit, 'liabilities:c:pending:client-1:x')]);
    expect((await graph.read<Flow>(`/flow?asset=${ETHER}`)).conservation).toEqual({ ok: true, breaks: [] });
    await graph.publish([moved(Number(seq) + 2, 'edgeless', HOT, 'equity:h:capital')]);
    expect((await graph.read<Flow>(`/flow?asset=${ETHER}`)).conservation).toEqual({
      ok: false,
      breaks: [{ account: HOT, amount: '9' }],
    });
  });
});

describe('a linked trace', () => {
  it('ties the coins that lie in the hot wallet to the claims that their deposits gave rise to', async () => {
    const [{ seq }] = await graph.db.query('SELECT seq FROM book WHERE asset = $1', [ETHER]);
    const transferId = `${CHAIN}/0xabc/native`;
    const pending = `liabilities:c:pending:client-3:${transferId}`;
    const transit = `assets:c:transit:deposit:${transferId}`;
    const deposit = entry(Number(seq) + 1, transferId, [
      { from: outside('0xe1'), to: transit, amount: 1000n },
      { from: transit, to: depositAddress(3), amount: 1000n },
    ]);
    const credited = [
      { layer: 'entitlement' as const, from: `credit:${transferId}`, to: pending, amount: 1000n },
      { layer: 'entitlement' as const, from: pending, to: 'liabilities:c:available:client-3', amount: 1000n },
    ];
    const final = EntryPosted.of({ ...deposit.payload, edges: [...deposit.payload.edges, ...credited] });
    await graph.publish([final]);
    const found = await graph.read<Linked>(`/trace/linked?transferId=${encodeURIComponent(transferId)}`);
    expect(found.links).toMatchObject([
      { transferId, clientId: 'client-3', custodyAmount: '1000', creditAmount: '1000' },
    ]);
    expect(found.entitlement.remainder).toMatchObject([{ node: 'liabilities:c:available:client-3', amount: '1000' }]);
    expect(sum(found.custody.remainder)).toBe(1000n);
    const back = await graph.read<Linked>(
      `/trace/linked?${new URLSearchParams({ asset: ETHER, node: depositAddress(3), lots: '10000' })}`,
    );
    expect(back.links).toEqual(found.links);
  });
});

interface Flow {
  readonly epoch: number;
  readonly asOfSeq: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly links: readonly { readonly amount: string; readonly count: number }[];
  readonly conservation: unknown;
}

interface Linked {
  readonly custody: { readonly remainder: readonly { readonly amount: string }[] };
  readonly entitlement: { readonly remainder: readonly { readonly amount: string }[] };
  readonly links: unknown;
}

/** The sums of the raw edges by group and width of time, transit taken out in SQL. */
async function rawSums(width: string): Promise<unknown> {
  const [{ epoch }] = await graph.db.query('SELECT epoch FROM book WHERE asset = $1', [ETHER]);
  return graph.db.query(
    `SELECT date_trunc($3, effective_at, 'UTC') AS at, s.grp AS source, t.grp AS target,
            sum(amount)::numeric(78,0) AS amount, count(*) AS count
     FROM passages_of($1, 'custody', $2) AS p
     JOIN node s ON s.asset = $1 AND s.layer = 'custody' AND s.node = src
     JOIN node t ON t.asset = $1 AND t.layer = 'custody' AND t.node = dst
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [ETHER, epoch, width],
  );
}

function sum(items: readonly { readonly amount: string }[]): bigint {
  return items.reduce((total, { amount }) => total + BigInt(amount), 0n);
}
