import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TransferConfirmed, TransferFinalized } from '@tributary/events';
import { InitialSchema1, PostFact } from '@tributary/ledger-writer';
import { DataSource } from '@tributary/platform-service';
import { Stack } from '@tributary/stack';
import { median, type Bench, type BenchRun } from './bench';
import { copyMovements, dumpMovements, makeBaselines, naiveMovements } from './ledger-baselines';
import { deposits } from './ledger-deposits';

/** Facts of one transaction, as the service takes them from Kafka. */
const FACTS_PER_TRANSACTION = 200;

/** Booking deposits, against copying the same movements without books, and against two rows and two locks a posting. */
export const ledger: Bench = {
  name: 'ledger',
  measures:
    'booking deposits, against COPY of the same movements, and against a transaction per posting with row locks',
  defaultTrials: 5,
  sizes: { deposits: 2_000 },
  async run(run) {
    const dir = mkdtempSync(join(tmpdir(), 'tributary-bench-'));
    const stack = await Stack.start({ stateDir: dir, parts: ['postgres'], given: {}, log: run.log });
    const db = new DataSource({ type: 'postgres', url: stack.env.DATABASE_URL ?? '' });
    try {
      await db.initialize();
      await new InitialSchema1().up(db.createQueryRunner());
      await makeBaselines(db);
      return await measure(db, run);
    } finally {
      if (db.isInitialized) await db.destroy();
      await stack.stop();
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

async function measure(db: DataSource, { trials, seed, sizes, log }: BenchRun) {
  const count = sizes['deposits'] ?? 0;
  log(`booking ${count} deposits once, for the movements that the baselines write`);
  await book(db, count, 0, seed);
  const movements = await dumpMovements(db);
  const perSecond: Record<'ours' | 'copy' | 'naive', number[]> = { ours: [], copy: [], naive: [] };
  const contenders = {
    ours: (trial: number) => book(db, count, trial * count, seed),
    copy: () => copyMovements(db),
    naive: () => naiveMovements(db, movements),
  };
  for (let trial = 1; trial <= trials; trial++) {
    const order = ['ours', 'copy', 'naive'] as const;
    for (const name of trial % 2 ? order : [...order].reverse()) {
      const startedAt = process.hrtime.bigint();
      await contenders[name](trial);
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
      perSecond[name].push(movements.length / seconds);
    }
    const [ours, copy, naive] = order.map((name) => perSecond[name].at(-1)?.toFixed(0));
    log(`trial ${trial} of ${trials}: movements/s: ours ${ours}, COPY ${copy}, naive ${naive}`);
  }
  const ratio = (other: readonly number[]) =>
    rounded(median(perSecond.ours.map((ours, trial) => ours / (other[trial] ?? NaN))));
  const entriesPerMovement = (2 * count) / movements.length;
  return {
    ratios: { copy: ratio(perSecond.copy), naive: ratio(perSecond.naive) },
    entriesPerSecond: Math.round(median(perSecond.ours) * entriesPerMovement),
    movementsPerSecond: Math.round(median(perSecond.ours)),
    copyMovementsPerSecond: Math.round(median(perSecond.copy)),
    naiveMovementsPerSecond: Math.round(median(perSecond.naive)),
    movements: movements.length,
  };
}

/** Books deposits through the service's own handler, confirmed and finalized, in transactions of the service's size. */
async function book(db: DataSource, count: number, from: number, seed: number): Promise<void> {
  const handler = new PostFact();
  const facts = deposits(count, from, seed);
  for (let at = 0; at < facts.length; at += FACTS_PER_TRANSACTION) {
    const batch = facts.slice(at, at + FACTS_PER_TRANSACTION);
    const events = batch.map(({ state, payload }) => {
      const event = state === 'confirmed' ? TransferConfirmed : TransferFinalized;
      return { ...event.of(payload), id: event.idOf(payload) };
    });
    const entries = await db.transaction((tx) => handler.handleAll(events, tx));
    if (entries.length !== batch.length) throw new Error(`${batch.length} facts made ${entries.length} entries`);
  }
}

function rounded(figure: number): number {
  return Number(figure.toPrecision(3));
}
