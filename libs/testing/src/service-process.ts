import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { until } from './until';

const ROOT = resolve(__dirname, '../../..');

/** A service in a process of its own, run from its source. */
export class ServiceProcess {
  /** Parsed JSON lines of its log, the oldest first. */
  readonly log: Record<string, unknown>[] = [];
  readonly stderr: string[] = [];

  private constructor(private readonly child: ChildProcess) {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      try {
        this.log.push(JSON.parse(line));
      } catch {
        this.log.push({ msg: line });
      }
    });
    createInterface({ input: child.stderr! }).on('line', (line) => this.stderr.push(line));
    process.once('exit', () => child.kill('SIGKILL'));
  }

  /**
   * @param main  path of the main.ts, from the repository's root: `services/ledger-writer/src/main.ts`
   * @param env   its environment variables; of ours it inherits the PATH and HOME alone
   */
  static spawn(main: string, env: Record<string, string>): ServiceProcess {
    const { PATH = '', HOME = '' } = process.env;
    return new ServiceProcess(
      spawn(process.execPath, ['--conditions=@tributary/source', '-r', '@swc-node/register', resolve(ROOT, main)], {
        cwd: ROOT,
        env: { PATH, HOME, LOG_LEVEL: 'info', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** Spawns it and waits until /health/ready says yes; one that does not in time is ended. */
  static async start(main: string, env: Record<string, string>): Promise<ServiceProcess> {
    const service = ServiceProcess.spawn(main, { ...env, LOG_LEVEL: 'info' });
    await until(
      `${main} is ready`,
      async () => {
        if (service.exitCode !== null) return true;
        return service.url !== undefined && (await fetch(`${service.url}/health/ready`)).ok;
      },
      { withinMs: 60_000 },
    ).catch(async (tooLate: unknown) => {
      await service.end('SIGKILL');
      throw tooLate;
    });
    if (service.exitCode !== null) throw new Error(`${main} ended with ${service.exitCode}:\n${service.words()}`);
    return service;
  }

  /** Where it listens; undefined before it does. */
  get url(): string | undefined {
    return this.log.find((line) => line['msg'] === 'Service listens')?.['url'] as string | undefined;
  }

  get pid(): number {
    return this.child.pid!;
  }

  get exitCode(): number | null {
    return this.child.exitCode;
  }

  /** Sends a signal and waits for the end. @returns the exit code, null if a signal ended it */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exited = once(this.child, 'exit');
      this.child.kill(signal);
      await exited;
    }
    return this.child.exitCode;
  }

  /** SIGSTOP or SIGCONT, which do not end it. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child.kill(signal);
  }

  /** Waits until it ends by itself. */
  async exit(withinMs = 30_000): Promise<number | null> {
    await until('the service ends', () => this.child.exitCode !== null || this.child.signalCode !== null, { withinMs });
    return this.child.exitCode;
  }

  /** What it wrote last, for a message. */
  words(): string {
    return [...this.log.slice(-20).map((line) => JSON.stringify(line)), ...this.stderr.slice(-20)].join('\n');
  }
}
