import fc from 'fast-check';
import { fifoSources } from './fifo';
import { largestLots } from './largest-lots';
import { isOutside, lookUpIn, LotQueues, sums } from './lot-queues.fixture';
import { placeEdges, type Flow, type PlacedEdge } from './placed-edge';
import { edgesOfPath, trace, type Direction, type Trace } from './trace';

const NODES = ['a', 'b', 'c', 'd'];
const step = fc.record({
  from: fc.constantFrom('outside:x', 'outside:y', ...NODES),
  to: fc.constantFrom(...NODES, 'outside:x', 'outside:z'),
  amount: fc.bigInt(1n, 50n),
});
const histories = fc.array(step, { minLength: 1, maxLength: 60 }).map(play);

/** Steps as far as the balances allow, as edges with positions, beside what the baseline saw each carry. */
function play(steps: readonly Flow[]) {
  const queues = new LotQueues();
  const flows: Flow[] = [];
  const carried: Map<number, bigint>[] = [];
  for (const { from, to, amount: wish } of steps) {
    const held = isOutside(from) ? wish : queues.balance(from);
    const amount = wish < held ? wish : held;
    if (amount === 0n || from === to) continue;
    carried.push(queues.carry({ from, to, amount }, flows.length));
    flows.push({ from, to, amount });
  }
  return { queues, carried, edges: placed(flows) };
}

function placed(flows: readonly Flow[]): PlacedEdge[] {
  return placeEdges(flows, new Map()).placed.map(({ from, to, ...edge }, n) => ({
    ...edge,
    id: String(n),
    src: from,
    dst: to,
  }));
}

function traceWhole(edge: PlacedEdge, direction: Direction, edges: readonly PlacedEdge[], most = 100_000) {
  return trace(direction, [{ edge, from: 0n, to: edge.amount }], lookUpIn(edges, direction), most);
}

/** What each edge by which value entered brought of a trace back. */
function originsOf({ lots }: Trace<PlacedEdge>): Map<number, bigint> {
  return sums(lots.map(({ path, amount }) => [Number(path.edge.id), amount]));
}

function endsOf({ lots }: Trace<PlacedEdge>): Map<string, bigint> {
  return sums(lots.map(({ end, amount }) => [end, amount]));
}

describe('a trace by positions', () => {
  it('finds back the same origins, to the unit, as a queue of lots', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ edges, carried }) => {
        for (const [n, edge] of edges.entries()) {
          expect(originsOf(await traceWhole(edge, 'back', edges))).toEqual(carried[n]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds forward the same whereabouts as a queue of lots', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ queues, edges }) => {
        const whereabouts = queues.whereabouts();
        for (const edge of edges.filter(({ src }) => isOutside(src))) {
          expect(endsOf(await traceWhole(edge, 'forward', edges))).toEqual(whereabouts.get(Number(edge.id)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cuts what was asked for into lots without gap or overlap, each along a path that hangs together', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.constantFrom('back', 'forward'), async ({ edges }, direction) => {
        for (const edge of edges) {
          const { lots } = await traceWhole(edge, direction, edges);
          let at = 0n;
          for (const lot of lots) {
            expect(lot.at).toBe(at);
            at += lot.amount;
            const path = edgesOfPath(direction, lot.path);
            path.slice(1).forEach(({ src }, i) => expect(src).toBe(path[i]?.dst));
            expect(lot.end).toBe(direction === 'back' ? path[0]?.src : path.at(-1)?.dst);
          }
          expect(at).toBe(edge.amount);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says of each edge as much as its lots carried', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.constantFrom('back', 'forward'), async ({ edges }, direction) => {
        for (const edge of edges) {
          const { lots, traced } = await traceWhole(edge, direction, edges);
          const passed = lots.flatMap(({ path, amount }) =>
            edgesOfPath(direction, path).map(({ id }) => [id, amount] as const),
          );
          expect(sums(passed)).toEqual(sums([...traced]));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('loses no unit when it may not follow everything', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 8 }), async ({ edges }, most) => {
        for (const edge of edges) {
          const found = await traceWhole(edge, 'back', edges, most);
          const total = [...found.lots, ...found.stops].reduce((sum, { amount }) => sum + amount, 0n);
          expect(total).toBe(edge.amount);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a hub that ten thousand deposits went through', () => {
  const random = fc.sample(fc.record({ move: fc.nat(9), address: fc.nat(299), amount: fc.bigInt(1n, 10n ** 20n) }), {
    seed: 7,
    numRuns: 25_000,
  });
  const history = play(
    random.flatMap(({ move, address, amount }, n): Flow[] => {
      const [deposit, pipe] = [`deposit-${address}`, `pipe-${n}`];
      if (move < 5) return [{ from: `outside:${address % 40}`, to: deposit, amount }];
      if (move < 7) {
        const swept = { from: deposit, to: pipe, amount: amount * 3n };
        return [swept, { ...swept, from: pipe, to: 'hot' }];
      }
      if (move === 7) return [{ from: 'hot', to: 'cold', amount: amount * 3n }];
      if (move === 8) return [{ from: 'cold', to: 'hot', amount }];
      return [{ from: 'hot', to: `outside:${address % 40}`, amount }];
    }),
  );
  const { edges, queues } = history;

  it('is traced back to the same deposits as by a queue of lots, whatever lies where', async () => {
    expect(edges.filter(({ src }) => isOutside(src)).length).toBeGreaterThan(10_000);
    for (const node of ['hot', 'cold', 'deposit-3']) {
      const gone = edges.filter(({ src }) => src === node).reduce((sum, { amount }) => sum + amount, 0n);
      const inflows = edges.filter(({ dst }) => dst === node);
      const last = inflows.at(-1);
      const { stretches } = fifoSources({ from: gone, to: last ? last.inPos + last.amount : gone }, inflows);
      const found = await trace('back', stretches, lookUpIn(edges, 'back'), 1_000_000);
      expect(found.stops).toEqual([]);
      expect(originsOf(found)).toEqual(queues.origins(node));
    }
  });

  it('is traced forward from each deposit to the same places', async () => {
    const whereabouts = queues.whereabouts();
    const lookUp = lookUpIn(edges, 'forward');
    const deposits = edges.filter(({ src }) => isOutside(src));
    for (const edge of deposits.filter((_, n) => n % 20 === 0)) {
      const found = await trace('forward', [{ edge, from: 0n, to: edge.amount }], lookUp, 1_000_000);
      expect(endsOf(found)).toEqual(whereabouts.get(Number(edge.id)));
    }
  });
});

describe('the largest lots', () => {
  const flows = [5n, 1n, 9n, 1n, 7n].map((amount, n) => ({ from: `outside:${n}`, to: 'hub', amount }));
  const edges = placed([...flows, { from: 'hub', to: 'b', amount: 23n }]);
  const outflow = edges.at(-1) as PlacedEdge;

  it('are shown in the order of consumption, the others as one with their number and sum', async () => {
    const { lots, rest } = largestLots(await traceWhole(outflow, 'back', edges), 2);
    expect(lots.map(({ end, at, amount }) => [end, at, amount])).toEqual([
      ['outside:2', 6n, 9n],
      ['outside:4', 16n, 7n],
    ]);
    expect(rest).toEqual({ count: 3, atLeast: false, amount: 7n });
  });

  it('are still shown when not all were followed; the number of the others is then a lower bound', async () => {
    const { lots, rest } = largestLots(await traceWhole(outflow, 'back', edges, 3), 100);
    expect(lots.map(({ end }) => end)).toEqual(['outside:2', 'outside:4']);
    expect(rest).toEqual({ count: 3, atLeast: true, amount: 7n });
  });

  it('leave no rest where all are shown', async () => {
    expect(largestLots(await traceWhole(outflow, 'back', edges), 5).rest).toBeNull();
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
