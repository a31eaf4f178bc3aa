import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program to run, without a shell. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The user and group to run as, when not our own. */
  readonly uid?: number;
  readonly gid?: number;
}

/** How many lines of a failed program its error shows. */
const LAST_LINES = 30;

interface RunOptions {
  readonly signal?: AbortSignal;
  /** Each line of either output, as it comes. */
  onLine?(line: string): void;
}

/**
 * Runs a program to its end. Aborted, it is ended with all that it has started, and is gone when this rejects.
 * @returns what it printed
 * @throws {Error} it could not be started, failed or was aborted; the message ends with its last lines
 */
export function run(command: Command, { signal, onLine }: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(command.command, command.args, {
      ...spawnOptions(command),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a process group of its own, to end as one
    });
    const abort = () => endGroup(child.pid);
    signal?.addEventListener('abort', abort);
    const called = [command.command, ...command.args].join(' ');
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        onLine?.(line);
      });
    }
    child.once('error', reject);
    child.once('exit', () => signal?.removeEventListener('abort', abort));
    child.once('close', (code, killedBy) => {
      if (code === 0) resolve(lines.join('\n'));
      else reject(new Error(`${called} failed (${killedBy ?? code}):\n${lines.slice(-LAST_LINES).join('\n')}`));
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return; // it was never started
  try {
    process.kill(-pid, 'SIGTERM');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Node's options for a command. */
export function spawnOptions(command: Command) {
  return { cwd: command.cwd, uid: command.uid, gid: command.gid, env: { ...process.env, ...command.env } };
}
