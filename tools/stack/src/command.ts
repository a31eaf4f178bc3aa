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

interface RunOptions {
  readonly signal?: AbortSignal;
  /** Each line of either output, as it comes. */
  onLine?(line: string): void;
}

/**
 * Runs a program to its end.
 * @returns what it printed
 * @throws {Error} it could not be started, or failed; the message ends with its last lines
 */
export function run(command: Command, options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.command, command.args, {
      ...spawnOptions(command),
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: options.signal,
    });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        options.onLine?.(line);
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(lines.join('\n'));
      else reject(new Error(`${command.command} failed (${signal ?? code}):\n${lines.slice(-15).join('\n')}`));
    });
  });
}

/** Node's options for a command. */
export function spawnOptions(command: Command) {
  return { cwd: command.cwd, uid: command.uid, gid: command.gid, env: { ...process.env, ...command.env } };
}
