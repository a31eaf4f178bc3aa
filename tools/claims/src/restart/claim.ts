import { statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '@tributary/demo';
import { isRunning, readStackState, type ProcessIdentity } from '@tributary/stack';
import type { Claim, ClaimRun, Verdict } from '../claim';
import { RunningSystem } from './running-system';

/** What one kill and the start after it left. */
interface Trial {
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
      const killed = allProcesses(stateDir);
      await system.killAll(killed);
      system = await RunningSystem.start(stateDir);
      credited = await system.creditedAbove(credited + CREDITED_AFTER_START);
      const outcome = {
        orphans: killed.filter(isRunning).length,
        booksOutOfBalance: system.booksOutOfBalance,
        bytesPerBlock: (await folderBytes(join(stateDir, 'ethereum'))) / (await system.height()),
      };
      outcomes.push(outcome);
      log(`trial ${trial} of ${trials}: ${credited} credited, ${JSON.stringify(outcome)}`);
    }
  } finally {
    await system.stop();
  }
  const growth = (outcomes.at(-1)?.bytesPerBlock ?? 0) / (outcomes[0]?.bytesPerBlock ?? 1);
  const orphans = outcomes.reduce((sum, trial) => sum + trial.orphans, 0);
  const booksOutOfBalance = outcomes.reduce((sum, trial) => sum + trial.booksOutOfBalance, 0);
  const left = allProcesses(stateDir).filter(isRunning).length;
  return {
    holds: outcomes.length === trials && orphans + booksOutOfBalance + left === 0 && growth <= 2,
    restarts: outcomes.length,
    orphans,
    leftAtTheEnd: left,
    booksOutOfBalance,
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
