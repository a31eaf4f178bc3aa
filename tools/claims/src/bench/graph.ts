import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trace } from '@tributary/domain-flow-graph';
import { FlowGraphSchema1, lookUpIn, toEdge, type EdgeRecord } from '@tributary/flow-graph';
import { DataSource } from '@tributary/platform-service';
import { Stack } from '@tributary/stack';
import { median, quantile, type Bench, type BenchRun } from './bench';
import { ASSET, fillHub, HUB, WINDOW_FIFO } from './graph-hub';

/** How many of ours are timed for each of the baseline, which takes far longer. */
const LOOK_UPS_PER_TRIAL = 100;

/** Provenance through one hub: positions kept in an index, against first in first out worked out by window functions. */
export const graph: Bench = {
  name: 'graph',
  measures: 'what funded an outflow of a hub: by position in an index, against FIFO by SQL window functions',
  defaultTrials: 15,
  sizes: { edges: 1_000_000 },
  async run(run) {
    const dir = mkdtempSync(join(tmpdir(), 'tributary-bench-'));
    const stack = await Stack.start({ stateDir: dir, parts: ['postgres'], given: {}, log: run.log });
    const db = new DataSource({ type: 'postgres', url: stack.env.DATABASE_URL ?? '' });
    try {
      await db.initialize();
      await new FlowGraphSchema1().up(db.createQueryRunner());
      return await measure(db, run);
    } finally {
      if (db.isInitialized) await db.destroy();
      await stack.stop();
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

async function measure(db: DataSource, { trials, seed, sizes, log }: BenchRun) {
  const edges = sizes['edges'] ?? 0;
  const outflows = Math.floor(edges / 2);
  if (outflows < trials) throw new RangeError(`${edges} edges hold ${outflows} outflows, fewer than trials`);
  log(`placing ${edges} edges at one hub`);
  await fillHub(db, edges, seed);

  const asked = { asset: ASSET, layer: 'custody', epoch: 1, newest: true } as const;
  const lookUp = lookUpIn(db.manager, asked, 'back');
  const ours: number[] = [];
  const theirs: number[] = [];
  const ratios: number[] = [];
  let differing = 0;
  for (let trial = 0; trial < trials; trial++) {
    const times: number[] = [];
    const answers: string[] = [];
    const chosen = await outflowsAt(db, placesIn(outflows, seed + trial));
    for (const edge of chosen) {
      const [found, ms] = await timed(() => trace('back', [{ edge, from: 0n, to: edge.amount }], lookUp, 10_000));
      times.push(ms);
      answers.push(JSON.stringify(found.lots.map(({ path, amount }) => [path.edge.id, amount.toString()])));
    }
    const [first] = chosen;
    const [rows, ms] = await timed<{ id: string; amount: string }[]>(() =>
      db.query(WINDOW_FIFO, [ASSET, HUB, first?.id]),
    );
    if (JSON.stringify(rows.map(({ id, amount }) => [id, amount])) !== answers[0]) differing++;
    ours.push(...times);
    theirs.push(ms);
    ratios.push(ms / median(times));
    log(`trial ${trial + 1} of ${trials}: ours ${median(times).toFixed(2)} ms, window functions ${ms.toFixed(0)} ms`);
  }
  if (differing > 0) throw new Error(`${differing} of ${trials} answers differ from those of the window functions`);
  return {
    ratios: { windowFifo: rounded(median(ratios)) },
    p50Ms: rounded(median(ours)),
    p99Ms: rounded(quantile(ours, 0.99)),
    windowFifoMs: rounded(median(theirs)),
    lookUps: ours.length,
    compared: trials,
    differing,
  };
}

/** The outflows at these places, counted from 1. */
async function outflowsAt(db: DataSource, places: readonly number[]): Promise<EdgeRecord[]> {
  const rows = await db.query('SELECT * FROM edge WHERE src = $1 AND flow = ANY ($2) ORDER BY flow', [
    HUB,
    places.map((place) => `out-${place}`),
  ]);
  return rows.map(toEdge);
}

/** Places drawn over the whole hub: a linear congruential generator, so that a seed repeats them. */
function placesIn(outflows: number, seed: number): number[] {
  let state = BigInt(seed);
  return Array.from({ length: Math.min(LOOK_UPS_PER_TRIAL, outflows) }, () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(outflows)) + 1;
  });
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const startedAt = process.hrtime.bigint();
  const result = await work();
  return [result, Number(process.hrtime.bigint() - startedAt) / 1e6];
}

function rounded(figure: number): number {
  return Number(figure.toPrecision(4));
}
