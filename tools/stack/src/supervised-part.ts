import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnOptions } from './command';
import type { Part } from './part';
import { end, identify, isRunning, sendSignal, type ProcessIdentity } from './process-identity';
import type { PartState, StateFile } from './state-file';

const READY_WITHIN_MS = 120_000;
const FIRST_START_ATTEMPTS = 3;
const SHORTEST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

export interface Surroundings {
  readonly state: StateFile;
  readonly logsDir: string;
  log(line: string): void;
}

/** Runs one part: keeps it alive from `start` to `stop`, and the state file true. */
export class SupervisedPart {
  private process?: ProcessIdentity;
  private restarts = 0;
  private readonly stopping = new AbortController();
  private serving = false;
  private starting: Promise<void> = Promise.resolve();
  private watching: Promise<void> = Promise.resolve();

  constructor(
    private readonly part: Part,
    private readonly around: Surroundings,
  ) {}

  /** Its process; undefined while it is down. */
  get pid(): number | undefined {
    return this.process !== undefined && isRunning(this.process) ? this.process.pid : undefined;
  }

  /**
   * Starts the part and waits until it serves; from then on it is started again whenever it dies.
   * @throws {Error} it died three times before it served, did not serve in time, or was stopped meanwhile
   */
  start(): Promise<void> {
    return (this.starting = this.startAndWatch());
  }

  /** Waits until the part serves, now or after it was started again. */
  async ready(): Promise<void> {
    while (!this.serving || this.pid === undefined) {
      if (this.stopping.signal.aborted) throw new Error(`${this.part.name} was stopped`);
      await this.pause(50);
    }
  }

  /** Sends a signal; after SIGKILL waits until the process has gone. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    if (this.process === undefined) return;
    if (signal === 'SIGKILL') await end(this.process, 'SIGKILL', 10_000);
    else sendSignal(this.process, signal);
  }

  /** Asks the process to end, without waiting. */
  askToEnd(): void {
    if (this.process !== undefined) sendSignal(this.process, this.part.stopSignal);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    const process = this.process;
    if (process !== undefined) {
      if (isRunning(process)) await this.part.beforeStop?.();
      await end(process, this.part.stopSignal, this.part.stopGraceMs);
    }
    await this.starting.catch(() => undefined);
    await this.watching;
    this.around.state.removePart(this.part.name);
  }

  private async startAndWatch(): Promise<void> {
    const startedMs = Date.now();
    await this.part.prepare?.(this.stopping.signal);
    for (let attempt = 1; ; attempt++) {
      const { exit } = await this.spawn();
      if (await this.servesBefore(exit)) {
        this.record('ready');
        this.around.log(`${this.part.name}: ready after ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
        this.watching = this.watch(exit);
        return;
      }
      if (this.stopping.signal.aborted) throw new Error(`${this.part.name} was stopped while it started`);
      const tail = readFileSync(this.logPath, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
      const reason = `${this.part.name} did not start: ${await exit}. The end of ${this.logPath}:\n${tail}`;
      if (attempt === FIRST_START_ATTEMPTS) throw new Error(reason);
      this.around.log(`${this.part.name}: ended before it was ready (${await exit}); trying again`);
      await this.pause(pauseMs(attempt));
    }
  }

  private async watch(exit: Promise<string>): Promise<void> {
    for (let failedStarts = 0; ; failedStarts++) {
      const how = await exit;
      if (this.stopping.signal.aborted) return;
      if (this.serving) failedStarts = 0;
      this.record('down');
      const delayMs = pauseMs(failedStarts);
      this.around.log(
        `${this.part.name}: died (${how}); starting it again in ${delayMs / 1000} s. Log: ${this.logPath}`,
      );
      await this.pause(delayMs);
      if (this.stopping.signal.aborted) return;
      this.restarts++;
      try {
        ({ exit } = await this.spawn());
      } catch (error) {
        exit = Promise.resolve(String(error));
        continue;
      }
      if (await this.servesBefore(exit)) {
        this.record('ready');
        this.around.log(`${this.part.name}: ready again`);
      }
    }
  }

  /** @returns `exit` settles when the process has ended, with how it ended */
  private async spawn(): Promise<{ exit: Promise<string> }> {
    const command = await this.part.command();
    if (this.stopping.signal.aborted) throw new Error(`${this.part.name} was stopped`);
    mkdirSync(this.around.logsDir, { recursive: true });
    const log = openSync(this.logPath, 'a');
    try {
      // In a session of its own: Ctrl-C in the terminal reaches the supervisor alone, which ends the parts in order.
      const child = spawn(command.command, command.args, {
        ...spawnOptions(command),
        stdio: ['ignore', log, log],
        detached: true,
      });
      const exit = new Promise<string>((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
      });
      this.process = child.pid === undefined ? undefined : identify(child.pid);
      this.record('starting');
      return { exit };
    } finally {
      closeSync(log);
    }
  }

  private async servesBefore(exit: Promise<string>): Promise<boolean> {
    let exited = false;
    void exit.then(() => (exited = true));
    for (const deadlineMs = Date.now() + READY_WITHIN_MS; Date.now() < deadlineMs; await this.pause(50)) {
      if (exited || this.stopping.signal.aborted) return false;
      if (await this.part.isReady().catch(() => false)) return !exited;
    }
    this.around.log(`${this.part.name}: not ready after ${READY_WITHIN_MS / 1000} s; ending it. Log: ${this.logPath}`);
    if (this.process !== undefined) await end(this.process, 'SIGTERM', this.part.stopGraceMs);
    return false;
  }

  private record(status: PartState['status']): void {
    this.serving = status === 'ready';
    if (this.process === undefined) return;
    const { port, readyUrl } = this.part;
    this.around.state.setPart(this.part.name, {
      process: this.process,
      port,
      readyUrl,
      status,
      restarts: this.restarts,
    });
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  private get logPath(): string {
    return join(this.around.logsDir, `${this.part.name}.log`);
  }
}

/** A part that had served is started again almost at once; one that keeps failing to, at growing pauses. */
function pauseMs(failedStarts: number): number {
  return Math.min(SHORTEST_PAUSE_MS * 2 ** failedStarts, LONGEST_PAUSE_MS);
}
