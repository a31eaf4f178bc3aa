import fc from 'fast-check';
import { fifoSources } from './fifo';
import { placeEdges, type Flow, type PlacedEdge } from './placed-edge';
import { trace, type Direction, type LookUp } from './trace';

/**
 * The baseline, which knows no positions: each node is a queue of lots, each lot remembers the edge by which it
 * entered the graph, an edge takes from the front of one queue and puts at the back of another.
 */
class LotQueues {
  private readonly queues = new Map<string, { origin: number; amount: bigint }[]>();

  /** @returns what the edge carried, by the edge by which it entered */
  carry({ from, to, amount }: Flow, edge: number): Map<number, bigint> {
    const taken = isOutside(from) ? [{ origin: edge, amount }] : this.take(from, amount);
    this.queues.set(to, [...(this.queues.get(to) ?? []), ...taken.map((lot) => ({ ...lot }))]);
    return sums(taken.map(({ origin, amount }) => [origin, amount]));
  }

  balance(node: string): bigint {
    return (this.queues.get(node) ?? []).reduce((sum, { amount }) => sum + amount, 0n);
  }

  /** Where the value that entered by an edge lies now. */
  whereabouts(origin: number): Map<string, bigint> {
    return sums(
      [...this.queues].flatMap(([node, lots]) =>
        lots.filter((lot) => lot.origin === origin).map((lot): [string, bigint] => [node, lot.amount]),
      ),
    );
  }

  private take(node: string, amount: bigint): { origin: number; amount: bigint }[] {
    const queue = this.queues.get(node) ?? [];
    const taken: { origin: number; amount: bigint }[] = [];
    for (let left = amount; left > 0n;) {
      const lot = queue[0];
      if (!lot) throw new Error(`${node} is short of ${left}`);
      const part = lot.amount < left ? lot.amount : left;
      taken.push({ origin: lot.origin, amount: part });
      lot.amount -= part;
      left -= part;
      if (lot.amount === 0n) queue.shift();
    }
    return taken;
  }
}

const isOutside = (node: string) => node.startsWith('outside:');

function sums<K>(parts: readonly (readonly [K, bigint])[]): Map<K, bigint> {
  const result = new Map<K, bigint>();
  for (const [key, amount] of parts) result.set(key, (result.get(key) ?? 0n) + amount);
  return new Map([...result].sort());
}

const NODES = ['a', 'b', 'c', 'd'];
const step = fc.record({
  from: fc.constantFrom('outside:x', 'outside:y', ...NODES),
  to: fc.constantFrom(...NODES, 'outside:x', 'outside:z'),
  amount: fc.bigInt(1n, 50n),
});

/** Steps that the balances allow, as edges with positions, each with what the baseline saw it carry. */
const histories = fc.array(step, { minLength: 1, maxLength: 60 }).map((steps) => {
  const queues = new LotQueues();
  const flows: (Flow & { carried: Map<number, bigint> })[] = [];
  for (const { from, to, amount: wish } of steps) {
    const held = queues.balance(from);
    const amount = isOutside(from) || wish < held ? wish : held;
    if (amount === 0n || from === to) continue;
    flows.push({ from, to, amount, carried: queues.carry({ from, to, amount }, flows.length) });
  }
  const edges = placeEdges(flows, new Map()).placed.map(({ from, to, ...rest }, n) => ({
    id: String(n),
    src: from,
    dst: to,
    ...rest,
  }));
  return { queues, edges };
});

const lookUpIn =
  (edges: readonly PlacedEdge[], direction: Direction): LookUp<PlacedEdge> =>
  async (wanted) =>
    edges.filter(({ src, dst, inPos, outPos, amount }) => {
      const [node, position] = direction === 'back' ? [dst, inPos] : [src, outPos];
      return wanted.some((w) => w.node === node && w.from < position + amount && position < w.to);
    });

async function traceWhole(edge: PlacedEdge, direction: Direction, edges: readonly PlacedEdge[]) {
  const found = await trace(direction, [{ edge, from: 0n, to: edge.amount }], lookUpIn(edges, direction), 1000);
  if (found === 'too-wide') throw new Error('too wide');
  return found;
}

describe('a trace by positions', () => {
  it('finds back the same origins, to the unit, as a queue of lots', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ edges }) => {
        for (const edge of edges) {
          const found = await traceWhole(edge, 'back', edges);
          const entered = found.edges.filter(({ edge: { src } }) => isOutside(src));
          expect(sums(entered.map(({ edge: { id }, traced }) => [Number(id), traced]))).toEqual(
            sums([...edge.carried]),
          );
          expect([...found.ends.values()].reduce((a, b) => a + b)).toBe(edge.amount);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds forward the same whereabouts as a queue of lots', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ queues, edges }) => {
        for (const edge of edges.filter(({ src }) => isOutside(src))) {
          const found = await traceWhole(edge, 'forward', edges);
          expect(sums([...found.ends])).toEqual(queues.whereabouts(Number(edge.id)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says so when it is wider than asked for', async () => {
    const flows = [1n, 2n, 3n].map((amount) => ({ from: 'outside:x', to: 'a', amount }));
    const placed = placeEdges([...flows, { from: 'a', to: 'b', amount: 6n }], new Map()).placed;
    const edges = placed.map(({ from, to, ...rest }, n) => ({ id: String(n), src: from, dst: to, ...rest }));
    const last = edges.at(-1) as PlacedEdge;
    expect(await trace('back', [{ edge: last, from: 0n, to: 6n }], lookUpIn(edges, 'back'), 3)).toBe('too-wide');
  });
});

describe('FIFO sources', () => {
  const inflow = (id: string, inPos: bigint, amount: bigint): PlacedEdge => ({
    id,
    src: id,
    dst: 'hub',
    amount,
    outPos: 0n,
    inPos,
  });
  const inflows = [inflow('p', 0n, 10n), inflow('q', 10n, 5n), inflow('r', 15n, 20n)];

  it('are the inflows that overlap the outflow, cut to it', () => {
    const { stretches, uncovered } = fifoSources({ from: 8n, to: 17n }, inflows);
    expect(stretches.map(({ edge: { id }, from, to }) => [id, from, to])).toEqual([
      ['p', 8n, 10n],
      ['q', 0n, 5n],
      ['r', 0n, 2n],
    ]);
    expect(uncovered).toBe(0n);
  });

  it('leave uncovered what no inflow brought', () => {
    expect(fifoSources({ from: 30n, to: 40n }, inflows).uncovered).toBe(5n);
  });
});
