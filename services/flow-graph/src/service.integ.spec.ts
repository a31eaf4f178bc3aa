import { placeEdges, trace, type Found, type PlacedEdge } from '@tributary/domain-flow-graph';
import { sendRecords, TopicTap, until } from '@tributary/testing';
import { depositAddress, entry, ETHER, HOT, randomEntries, registryEvents } from './entries.fixture';
import { RunningGraph } from './running-graph.fixture';

jest.setTimeout(120_000);

const entries = randomEntries(11, 150);
const edges = placed();
let graph: RunningGraph;

beforeAll(async () => {
  graph = await RunningGraph.start();
  await graph.publish([...registryEvents(), ...entries]);
});

afterAll(() => graph.stop());

const read = <T>(path: string): Promise<T> => graph.read(path);

describe('the flow', () => {
  it('has the sums of the raw edges: what entered, and what stands at each group', async () => {
    const flow = await read<Flow>(`/flow?asset=${ETHER}`);
    const fromOutside = edges.filter(({ src }) => isOutside(src));
    expect(flow.total).toBe(sum(fromOutside).toString());
    expect(flow.asOfSeq).toBe(entries.length);

    const groups: Record<string, (node: string) => boolean> = {
      'wallet:hot': (node) => node === HOT,
      unattributed: (node) => node === depositAddress(14),
      'transit:deposit': (node) => node.startsWith('assets:c:transit:deposit:'),
      'client:client-3': (node) => node === depositAddress(3),
    };
    for (const [id, isMember] of Object.entries(groups)) {
      const held = sum(edges.filter(({ dst }) => isMember(dst))) - sum(edges.filter(({ src }) => isMember(src)));
      expect([id, flow.nodes.find((node) => node.id === id)?.balance]).toEqual([id, held.toString()]);
    }
    expect(flow.nodes.reduce((total, { balance }) => total + BigInt(balance), 0n)).toBe(0n);
  });

  it('draws 8 senders and 12 clients by themselves and keeps the rest as one', async () => {
    const { nodes } = await read<Flow>(`/flow?asset=${ETHER}`);
    const named = (prefix: string) => nodes.filter(({ id }) => id.startsWith(prefix)).length;
    expect([named('outside:'), named('client:')]).toEqual([8, 12]);
    expect(nodes.find(({ id }) => id === 'other-senders')).toMatchObject({ label: '4 others', members: 4 });
    expect(nodes.find(({ id }) => id === 'wallet:cold')).toMatchObject({ label: 'Cold Zürich', stage: 'cold' });
  });

  it('shows behind each ribbon the edges that sum to it', async () => {
    const { links } = await read<Flow>(`/flow?asset=${ETHER}`);
    expect(links.length).toBeGreaterThan(20);
    for (const { source, target, amount } of links) {
      const behind: { amount: string }[] = [];
      let cursor = '';
      do {
        const query = new URLSearchParams({ asset: ETHER, source, target, limit: '4', ...(cursor && { cursor }) });
        const page = await read<{ items: { amount: string }[]; nextCursor: string | null }>(`/flow/edges?${query}`);
        behind.push(...page.items);
        cursor = page.nextCursor ?? '';
      } while (cursor);
      expect([source, target, sum(behind).toString()]).toEqual([source, target, amount]);
    }
  });

  it('splits by time without losing a unit', async () => {
    const at = entries[70]?.payload.effectiveAt.toISOString() ?? '';
    const all = await read<Flow>(`/flow?asset=${ETHER}`);
    const before = await read<Flow>(`/flow?asset=${ETHER}&to=${at}`);
    const after = await read<Flow>(`/flow?asset=${ETHER}&from=${at}`);
    expect(BigInt(before.total) + BigInt(after.total)).toBe(BigInt(all.total));
  });
});

describe('a trace', () => {
  it('through the database is the same as over arrays, back from every place where value lies', async () => {
    for (const node of new Set(edges.map(({ dst }) => dst))) {
      const starts = held(node);
      const expected = await trace('back', starts, lookUp, 10_000);
      const query = new URLSearchParams({ asset: ETHER, node, direction: 'back', lots: '10000' });
      const found = await read<Trace>(`/trace?${query}`);
      expect([node, found.rest]).toEqual([node, null]);
      expect(found.lots.map(({ at, amount, end, edges }) => [at, amount, end, edges[0]])).toEqual(
        expected.lots.map(({ at, amount, end, path }) => [at.toString(), amount.toString(), end, path.edge.id]),
      );
      expect(new Map(found.edges.map(({ edgeId, tracedAmount }) => [edgeId, BigInt(tracedAmount)]))).toEqual(
        new Map([...expected.traced].sort(([a], [b]) => Number(a) - Number(b))),
      );
      expect(sum(found.remainder)).toBe(sum(starts.map(({ from, to }) => ({ amount: to - from }))));
    }
  });

  it('of a deposit leads back to its sender and forward to where the money lies, in full', async () => {
    const deposits = entries.filter(({ payload }) => isOutside(payload.edges[0]?.from ?? ''));
    for (const { payload } of deposits.slice(0, 40)) {
      const query = (direction: string) =>
        new URLSearchParams({ asset: ETHER, transferId: payload.flow, direction }).toString();
      const [first, last] = [payload.edges[0], payload.edges[1]];
      const back = await read<Trace>(`/trace?${query('back')}`);
      expect(back.remainder).toMatchObject([{ node: first?.from, amount: (last ?? first)?.amount.toString() }]);
      const forward = await read<Trace>(`/trace?${query('forward')}`);
      expect(sum(forward.remainder)).toBe(first?.amount);
    }
  });

  it.each([
    ['an asset that is not listed', '/trace?asset=none&node=x', 404, 'query.asset'],
    ['a transfer that moved nothing final', `/trace?asset=${ETHER}&transferId=x`, 404, 'query.transferId'],
    ['both a transfer and a node', `/trace?asset=${ETHER}&transferId=x&node=y`, 400, 'query.transferId'],
    ['a time that ends before it begins', `/flow?asset=${ETHER}&from=2026-01-02&to=2026-01-01`, 400, 'query.from'],
    ['a date that is none', `/flow?asset=${ETHER}&from=soon`, 400, 'query.from'],
  ])('names the field when asked for %s', async (_, path, status, field) => {
    const response = await graph.ask(path);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ field }] });
  });

  it('shows the largest lots and the others as one, without losing a unit', async () => {
    const all = await read<Trace>(`/trace?asset=${ETHER}&node=${HOT}&lots=10000`);
    const some = await read<Trace>(`/trace?asset=${ETHER}&node=${HOT}&lots=3`);
    expect(some.lots).toHaveLength(3);
    expect(some.rest).toMatchObject({ count: all.lots.length - 3, atLeast: false });
    expect(sum(some.lots) + BigInt(some.rest?.amount ?? 0)).toBe(sum(all.lots));
    expect(some.remainder).toEqual(all.remainder);
  });

  it('that may take few steps says that there may be more lots, and still loses no unit', async () => {
    const all = await read<Trace>(`/trace?asset=${ETHER}&node=${HOT}&lots=10000`);
    const cut = await read<Trace>(`/trace?asset=${ETHER}&node=${HOT}&limit=5`);
    expect(cut.rest?.atLeast).toBe(true);
    expect(sum(cut.lots) + BigInt(cut.rest?.amount ?? 0)).toBe(sum(all.lots));
    expect(sum(cut.remainder)).toBe(sum(all.lots));
  });
});

describe('where a deposit lies', () => {
  it('is where its trace forward ends, by the name of the place', async () => {
    const { flow } = entries.find(({ payload }) => isOutside(payload.edges[0]?.from ?? ''))?.payload ?? { flow: '' };
    const query = new URLSearchParams({ asset: ETHER, transferId: flow, direction: 'forward' });
    const { remainder } = await read<Trace>(`/trace?${query}`);
    const { places, amount } = await read<Where>(`/where?transferId=${flow}`);
    expect(places.map(({ node, amount }) => [node, amount]).sort()).toEqual(
      remainder.map(({ node, amount }) => [node, amount]).sort(),
    );
    expect(sum(places)).toBe(BigInt(amount));
    for (const { node, walletId } of places) if (node === HOT) expect(walletId).toBe('hot');
  });

  it('is not known of a transfer that moved nothing final', async () => {
    const response = await graph.ask('/where?transferId=x');
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { type: expect.stringContaining('transfer-not-final') },
    ]);
  });
});

describe('the book', () => {
  it('is not changed by a redelivery of everything', async () => {
    const before = await read<Flow>(`/flow?asset=${ETHER}`);
    const { topic } = graph;
    const tap = await TopicTap.open(topic);
    await until('the entries are read back', () => tap.records.length >= entries.length);
    await tap.close();
    await sendRecords(tap.records.map(({ key, value, headers }) => ({ topic, key, value, headers })));
    await graph.publish([entry(entries.length + 1, 'empty', [])]);
    expect(await read<Flow>(`/flow?asset=${ETHER}`)).toMatchObject({
      nodes: before.nodes,
      asOfSeq: entries.length + 1,
    });
  });

  it('waits as a whole from the entry on that is missing before one', async () => {
    const missing = entries.length + 2;
    const events = [entry(missing + 1, 'early', []), entry(missing + 2, 'later', [])];
    await graph.publishUnawaited(events);
    const parked = await until('both entries wait', async () => {
      const letters = await read<{ parked: { subject: string; code: string; events: number }[] }>(
        '/flow-graph/dead-letters',
      );
      return letters.parked.find(({ events }) => events === 2);
    });
    expect(parked).toMatchObject({ subject: ETHER, code: 'book-out-of-step' });
    expect((await read<Flow>(`/flow?asset=${ETHER}`)).asOfSeq).toBe(missing - 1);
  });
});

interface Flow {
  readonly asOfSeq: number;
  readonly total: string;
  readonly nodes: { readonly id: string; readonly label: string; readonly stage: string; readonly balance: string }[];
  readonly links: { readonly source: string; readonly target: string; readonly amount: string }[];
}

interface Trace {
  readonly edges: readonly { readonly edgeId: string; readonly tracedAmount: string }[];
  readonly lots: readonly { at: string; amount: string; end: string; edges: string[] }[];
  readonly rest: { readonly count: number; readonly atLeast: boolean; readonly amount: string } | null;
  readonly remainder: readonly { readonly node: string; readonly amount: string }[];
}

interface Where {
  readonly amount: string;
  readonly places: readonly { readonly node: string; readonly walletId: string | null; readonly amount: string }[];
}

/** Looks edges up in memory, back. */
async function lookUp(wanted: readonly { node: string; from: bigint; to: bigint }[]): Promise<Found<PlacedEdge>[]> {
  return wanted.map(({ node, from, to }) => {
    const found = edges.filter(({ dst, inPos, amount }) => dst === node && from < inPos + amount && inPos < to);
    const last = found.at(-1);
    const end = last ? last.inPos + last.amount : from;
    return { edges: found, count: found.length, covered: (end < to ? end : to) - from };
  });
}

/** The same edges with positions, placed in memory; ids as the database counts them. */
function placed(): PlacedEdge[] {
  return placeEdges(
    entries.flatMap(({ payload }) => payload.edges),
    new Map(),
  ).placed.map(({ from, to, ...edge }, n) => ({
    ...edge,
    id: String(n + 1),
    src: from,
    dst: to,
  }));
}

/** The stretches of the edges into a node that still lie there; of a party outside all that reached it. */
function held(node: string) {
  const gone = isOutside(node) ? 0n : sum(edges.filter(({ src }) => src === node));
  return edges
    .filter(({ dst, inPos, amount }) => dst === node && inPos + amount > gone)
    .map((edge) => ({ edge, from: gone > edge.inPos ? gone - edge.inPos : 0n, to: edge.amount }));
}

function isOutside(node: string): boolean {
  return node.startsWith('outside:');
}

function sum(items: readonly { readonly amount: bigint | string }[]): bigint {
  return items.reduce((total, { amount }) => total + BigInt(amount), 0n);
}
