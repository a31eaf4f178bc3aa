import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isRunning, type ProcessIdentity } from './process-identity';

/** Another live process holds the state folder. */
export class StackRunningError extends Error {
  readonly code = 'STACK_RUNNING';

  constructor(stateDir: string, holder: ProcessIdentity) {
    super(`a stack is running already in ${stateDir} (pid ${holder.pid}): stop it with Ctrl-C or kill ${holder.pid}`);
  }
}

/** The live process that holds the folder's stack, if any. */
export function stackHolder(stateDir: string): ProcessIdentity | undefined {
  const holder = readHolder(lockPath(stateDir));
  return holder !== undefined && isRunning(holder) ? holder : undefined;
}

/**
 * Makes this process the only one that runs a stack in `stateDir`. A lock whose holder has died is taken over.
 * @returns releases the lock
 * @throws {StackRunningError}
 */
export function lockStack(stateDir: string): () => void {
  mkdirSync(stateDir, { recursive: true });
  const path = lockPath(stateDir);
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(identify(process.pid)));
  try {
    while (!tryLink(mine, path)) {
      const holder = stackHolder(stateDir);
      if (holder !== undefined) throw new StackRunningError(stateDir, holder);
      removeStaleLock(path);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(path, { force: true });
}

/** Two may find the same stale lock: who moves it away looks at what it moved, and puts a live one back. */
function removeStaleLock(path: string): void {
  const moved = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, moved);
  } catch {
    return; // another moved it first
  }
  const holder = readHolder(moved);
  if (holder !== undefined && isRunning(holder)) tryLink(moved, path);
  rmSync(moved, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined; // no lock: a lock is linked into place whole
  }
}

function lockPath(stateDir: string): string {
  return join(stateDir, 'lock');
}
