import { join } from 'node:path';
import { anvilUrl } from './anvil-command';
import { ChainSnapshot } from './chain-snapshot';
import { end, isRunning } from './process-identity';
import type { PartState, StateFile } from './state-file';

/** How each of the stack's own parts is told to end at once; a service gets SIGTERM. */
const END_AT_ONCE: Readonly<Record<string, NodeJS.Signals>> = { postgres: 'SIGQUIT' };
const GRACE_MS = 5_000;

/**
 * Ends what a supervisor that was killed has left running. An orphaned chain goes on mining, so its state is taken
 * first: its later blocks may be finalized.
 */
export async function endOrphans(stateDir: string, state: StateFile, log: (line: string) => void): Promise<void> {
  const parts = Object.entries(state.current.parts);
  const orphans = parts.filter(([, part]) => isRunning(part.process));
  await Promise.all(
    orphans.map(async ([name, part]) => {
      log(`${name}: ending the process that an earlier run left (pid ${part.process.pid})`);
      if (name === 'ethereum') await takeLastSnapshot(stateDir, part, log);
      await end(part.process, END_AT_ONCE[name] ?? 'SIGTERM', GRACE_MS);
    }),
  );
  for (const [name] of parts) state.removePart(name);
}

async function takeLastSnapshot(stateDir: string, part: PartState, log: (line: string) => void): Promise<void> {
  if (part.port === undefined || part.status !== 'ready') return;
  await new ChainSnapshot(join(stateDir, 'ethereum'))
    .take(anvilUrl(part.port))
    .catch((error: Error) => log(`ethereum: ended without a last save: ${error.message}`));
}
