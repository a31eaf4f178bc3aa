import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Names one process for good: a pid alone is handed out again, a pid with its start time is not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque start time: clock ticks since boot on Linux, a date elsewhere. Compare for equality alone. */
  readonly startedAt: string;
}

/** The identity of a running process; undefined if there is none, or only its zombie. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = process.platform === 'linux' ? startTimeOnLinux(pid) : startTimeFromPs(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

/**
 * Ends a process that need not be our child: sends `signal`, waits up to `graceMs`, then sends SIGKILL and waits.
 * Does nothing if the process has gone, or if its pid belongs to another by now.
 */
export async function end(identity: ProcessIdentity, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  for (const [next, waitMs] of [[signal, graceMs] as const, ['SIGKILL', 10_000] as const]) {
    if (!sendSignal(identity, next)) return;
    for (const deadlineMs = Date.now() + waitMs; Date.now() < deadlineMs; await sleep(20)) {
      if (!isRunning(identity)) return;
    }
  }
  throw new Error(`process ${identity.pid} outlived SIGKILL; end it by hand and start again`);
}

/** Sends a signal. @returns false if that process is gone */
export function sendSignal(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isRunning(identity)) return false;
  try {
    return process.kill(identity.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

function startTimeOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name stands in brackets and may hold anything, so count from the last bracket: state is field 3.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function startTimeFromPs(pid: number): string | undefined {
  try {
    const [state, ...startedAt] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return state === undefined || state.startsWith('Z') ? undefined : startedAt.join(' ');
  } catch {
    return undefined;
  }
}
