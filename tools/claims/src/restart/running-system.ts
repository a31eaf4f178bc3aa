import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { OutsideNode } from '@tributary/demo';
import { readStackState, type ProcessIdentity } from '@tributary/stack';

const REPOSITORY = resolve(__dirname, '../../../..');
const REPORT = /^deposits credited: (\d+), reverted: \d+, books out of balance: (\d+)$/;
const START_LIMIT_MS = 300_000;

/** `npm start` as a user runs it, read by what it prints. */
export class RunningSystem {
  booksOutOfBalance = 0;
  private credited = -1;
  private readonly output: string[] = [];

  private constructor(
    private readonly process: ChildProcess,
    private readonly stateDir: string,
  ) {
    if (!process.stdout) throw new Error('The system was started without a pipe');
    createInterface({ input: process.stdout }).on('line', (line) => {
      this.output.push(line);
      const report = REPORT.exec(line);
      if (!report) return;
      this.credited = Number(report[1]);
      this.booksOutOfBalance = Number(report[2]);
    });
  }

  static async start(stateDir: string): Promise<RunningSystem> {
    const args = ['--conditions=@tributary/source', '--require', '@swc-node/register'];
    const program = [...args, 'tools/command-line/src/main.ts', 'start', '--state-dir', stateDir];
    const child = spawn(process.execPath, program, { cwd: REPOSITORY, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child, 'spawn');
    return new RunningSystem(child, stateDir);
  }

  /** Waits until more deposits are credited than so many. @throws it ended, or five minutes passed */
  async creditedAbove(count: number): Promise<number> {
    const deadlineMs = Date.now() + START_LIMIT_MS;
    while (this.credited <= count) {
      const ended = this.process.exitCode !== null || this.process.signalCode !== null;
      if (ended || Date.now() > deadlineMs) {
        const why = ended ? 'npm start ended' : 'no deposit was credited within five minutes';
        throw new Error(`${why}; it printed last:\n${this.output.slice(-20).join('\n')}`);
      }
      await new Promise((done) => setTimeout(done, 200));
    }
    return this.credited;
  }

  async height(): Promise<number> {
    return new OutsideNode(`http://127.0.0.1:${readStackState(this.stateDir).ports['ethereum']}`).height();
  }

  /** SIGKILL to the supervisor and to every part, at once. */
  async killAll(parts: readonly ProcessIdentity[]): Promise<void> {
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
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exited = once(this.process, 'exit');
    this.process.kill('SIGINT');
    await exited;
  }
}
