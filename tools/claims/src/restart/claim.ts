import { statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_SIZE, makeCustodian, OutsideNode, Random } from '@tributary/demo';
import { isRunning, readStackState, type ProcessIdentity } from '@tributary/stack';
import type { Claim, ClaimRun, Verdict } from '../claim';
import { audit } from '../audit';
import { RunningSystem } from './running-system';

/** What one kill and the start after it left. */
interface Trial {
  readonly killed: 'everything' | 'the supervisor alone';
  /** Processes of the run before that still run, and are not this run's. */
  readonly orphans: number;
  readonly booksOutOfBalance: number;
  readonly bytesPerBlock: number;
}

/** Deposits that must be credited after each start before it counts as going on. */
const CREDITED_AFTER_START = 3;

/** `npm start` alone brings everything up again after a kill of everything at once. */
export const restart: Claim = {
  name: 'restart',
  promises: 'after kill -9 of everything at once, "npm start" alone brings it up and it goes on',
  defaultTrials: 10,
  async run(run) {
    const stateDir = await mkdtemp(join(tmpdir(), 'tributary-restart-'));
    try {
      return await campaign(run, stateDir);
    } finally {
      await rm(stateDir, { recursive: true, force: true });
    }
  },
};

async function campaign({ trials, seed, log }: ClaimRun, stateDir: string): Promise<Verdict> {
  const random = new Random(seed);
  const outcomes: Trial[] = [];
  let system = await RunningSystem.start(stateDir);
  try {
    let credited = await system.creditedAbove(CREDITED_AFTER_START);
    for (let trial = 1; trial <= trials; trial += 1) {
      // Any moment of the two seconds between two dumps of the node's state, the middle of one included.
      await sleep(random.between(0, 2000));
      const before = allProcesses(stateDir);
      // Every third time its children outlive it.
      const killed = trial % 3 === 0 ? 'the supervisor alone' : 'everything';
      await system.kill(killed === 'everything' ? before : []);
      system = await RunningSystem.start(stateDir);
      credited = await system.creditedAbove(credited + CREDITED_AFTER_START);
      const now = new Set(allProcesses(stateDir).map(({ pid }) => pid));
      const outcome: Trial = {
        killed,
        orphans: before.filter((old) => isRunning(old) && !now.has(old.pid)).length,
        booksOutOfBalance: system.booksOutOfBalance,
        bytesPerBlock: (await folderBytes(join(stateDir, 'ethereum'))) / (await system.height()),
      };
      outcomes.push(outcome);
      log(`trial ${trial} of ${trials}: ${credited} credited, ${JSON.stringify(outcome)}`);
    }
    await system.stop();
    log('the demo has stopped; starting once more without it, to audit at rest');
    system = await RunningSystem.start(stateDir, '--no-demo');
    return verdict(trials, outcomes, await auditAtRest(system, log));
  } finally {
    await system.stop();
  }
}

async function auditAtRest(system: RunningSystem, log: (line: string) => void) {
  await system.atRest();
  const node = new OutsideNode(system.nodeUrl);
  const { examples, ...findings } = await audit(
    system,
    `eip155:${await node.number('eth_chainId')}`,
    makeCustodian(DEMO_SIZE),
    await system.assets(),
    log,
  );
  for (const example of examples) log(example);
  return findings;
}

function verdict(trials: number, outcomes: readonly Trial[], found: Awaited<ReturnType<typeof auditAtRest>>): Verdict {
  const growth = (outcomes.at(-1)?.bytesPerBlock ?? 0) / (outcomes[0]?.bytesPerBlock ?? 1);
  const orphans = outcomes.reduce((sum, trial) => sum + trial.orphans, 0);
  const booksOutOfBalance = outcomes.reduce((sum, trial) => sum + trial.booksOutOfBalance, 0);
  const faults = orphans + booksOutOfBalance + found.lost + found.duplicated + found.unbalanced + found.untraced;
  return {
    holds: outcomes.length === trials && faults === 0 && growth <= 2 && found.deposits > 0,
    restarts: outcomes.length,
    orphans,
    booksOutOfBalance,
    ...found,
    stateBytesPerBlock: outcomes.map(({ bytesPerBlock }) => Math.round(bytesPerBlock)),
  };
}

function allProcesses(stateDir: string): ProcessIdentity[] {
  return Object.values(readStackState(stateDir).parts).map((part) => part.process);
}

async function folderBytes(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}
