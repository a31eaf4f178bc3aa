import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api, OutsideNode, type DemoAsset } from '@tributary/demo';
import { postgresUrl, readStackState, type ProcessIdentity } from '@tributary/stack';
import { underWay } from '../under-way';

const REPOSITORY = resolve(__dirname, '../../../..');
const REPORT = /^deposits credited: (\d+), reverted: \d+, books out of balance: (\d+)$/;
const CONSOLE = /^console: (http:\S+)$/;
const LIMIT_MS = 300_000;
/** Looks in a row that find nothing under way: between two there is time to plan. */
const CALM_LOOKS = 20;

/** `npm start` as a user runs it, read by what it prints and by what it serves. */
export class RunningSystem {
  booksOutOfBalance = 0;
  private credited = -1;
  private origin: string | undefined;
  private readonly output: string[] = [];

  private constructor(
    private readonly process: ChildProcess,
    private readonly stateDir: string,
  ) {
    if (!process.stdout) throw new Error('The system was started without a pipe');
    createInterface({ input: process.stdout }).on('line', (line) => this.read(line));
  }

  static async start(stateDir: string, ...options: string[]): Promise<RunningSystem> {
    const node = ['--conditions=@tributary/source', '--require', '@swc-node/register'];
    const args = [...node, 'tools/command-line/src/main.ts', 'start', '--state-dir', stateDir, ...options];
    const child = spawn(process.execPath, args, { cwd: REPOSITORY, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child, 'spawn');
    return new RunningSystem(child, stateDir);
  }

  get api(): Api {
    if (!this.origin) throw new Error('The console has not started yet');
    return new Api(this.origin, `http://127.0.0.1:${this.port('issuer')}`);
  }

  get nodeUrl(): string {
    return `http://127.0.0.1:${this.port('ethereum')}`;
  }

  get databaseUrl(): string {
    return postgresUrl(this.port('postgres'));
  }

  /** Waits until more deposits are credited than so many. @throws it ended, or five minutes passed */
  async creditedAbove(count: number): Promise<number> {
    await this.until('a deposit is credited', () => this.credited > count);
    return this.credited;
  }

  /**
   * Waits until every deposit is credited or gone, every sweep that waits for nobody has ended, and the watcher has read
   * all that the node calls final.
   */
  async atRest(): Promise<void> {
    await this.until('the console listens', () => this.origin !== undefined);
    await new OutsideNode(this.nodeUrl).finalizedBeyondHead();
    await this.until('everything is credited', async () => {
      const { pending } = await this.api.get<{ pending: number }>('/deposits/summary');
      return pending === 0;
    });
    let calm = 0;
    await this.until('nothing is under way', async () => {
      calm = (await underWay(this.databaseUrl, ['PENDING_APPROVAL'])) === '' ? calm + 1 : 0;
      return calm === CALM_LOOKS;
    });
    // The graph may be a moment behind the console.
    await sleep(3_000);
  }

  async assets(): Promise<readonly DemoAsset[]> {
    const { items } = await this.api.get<{ items: readonly (DemoAsset & { contract: string | null })[] }>('/assets');
    return items.map(({ contract, ...asset }) => ({ ...asset, ...(contract ? { contract } : {}) }));
  }

  async height(): Promise<number> {
    return new OutsideNode(this.nodeUrl).height();
  }

  /** SIGKILL to the supervisor and to the parts named, at once. */
  async kill(parts: readonly ProcessIdentity[]): Promise<void> {
    const exited = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    for (const { pid } of parts) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
    await exited;
  }

  /** Ctrl-C. */
  async stop(): Promise<void> {
    if (this.hasEnded()) return;
    const exited = once(this.process, 'exit');
    this.process.kill('SIGINT');
    await exited;
  }

  private read(line: string): void {
    this.output.push(line);
    this.origin ??= CONSOLE.exec(line)?.[1];
    const report = REPORT.exec(line);
    if (!report) return;
    this.credited = Number(report[1]);
    this.booksOutOfBalance = Number(report[2]);
  }

  private port(part: string): number {
    const port = readStackState(this.stateDir).ports[part];
    if (port === undefined) throw new Error(`The stack in ${this.stateDir} has no ${part}`);
    return port;
  }

  private async until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
    const deadlineMs = Date.now() + LIMIT_MS;
    while (!(await Promise.resolve(check()).catch(() => false))) {
      if (this.hasEnded() || Date.now() > deadlineMs) {
        const why = this.hasEnded() ? 'npm start ended before' : 'five minutes passed before';
        throw new Error(`${why} ${what}; it printed last:\n${this.output.slice(-20).join('\n')}`);
      }
      await sleep(200);
    }
  }

  private hasEnded(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }
}
