import { rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { anvilUrl, type AnvilOptions } from './anvil-command';
import { anvilPart } from './anvil-part';
import { freePort } from './free-port';
import { issuerPart, issuerUrl } from './issuer-part';
import { kafkaPart } from './kafka-part';
import { endOrphans } from './orphans';
import { servicePart, type Part, type ServicePart } from './part';
import { postgresPart, postgresUrl } from './postgres-part';
import { signerPart, signerUrl } from './signer-part';
import { lockStack } from './stack-lock';
import { StateFile } from './state-file';
import { Supervisor } from './supervisor';

export type StackPart = 'postgres' | 'kafka' | 'ethereum' | 'issuer' | 'signer';

/** Where the parts are reached. A part that was not asked for is absent. */
export interface StackEnvironment {
  DATABASE_URL?: string;
  KAFKA_BROKERS?: string;
  ETHEREUM_RPC_URL?: string;
  OIDC_ISSUER?: string;
  SIGNER_URL?: string;
}

const VARIABLE = {
  postgres: 'DATABASE_URL',
  kafka: 'KAFKA_BROKERS',
  ethereum: 'ETHEREUM_RPC_URL',
  issuer: 'OIDC_ISSUER',
  signer: 'SIGNER_URL',
} as const;

export interface StackOptions {
  /** Holds all that the stack writes: state.json, logs/, and a folder for each part. One live stack per folder. */
  readonly stateDir: string;
  /** Holds downloads that all stacks share. Default `$XDG_CACHE_HOME/tributary`, else `~/.cache/tributary`. */
  readonly cacheDir?: string;
  /** Default all. */
  readonly parts?: readonly StackPart[];
  /** Those of your own that take the place of ours. Default: what the environment's variables of these names say. */
  readonly given?: Readonly<StackEnvironment>;
  readonly anvil?: AnvilOptions;
  /** Gives up a start under way: what was started is ended, and `start` rejects. */
  readonly signal?: AbortSignal;
  /** Progress, a line at a time. */
  log(line: string): void;
}

/**
 * PostgreSQL, Kafka, an Ethereum node, an OpenID issuer and a signer on this machine, and the services that join them,
 * kept alive until `stop`.
 */
export class Stack {
  readonly env: Readonly<StackEnvironment>;
  private readonly state: StateFile;
  private readonly supervisor: Supervisor;
  private stopping?: Promise<void>;

  private constructor(
    private readonly options: StackOptions,
    private readonly unlock: () => void,
    env: StackEnvironment,
  ) {
    this.env = env;
    this.state = new StateFile(options.stateDir);
    this.supervisor = new Supervisor({ state: this.state, logsDir: join(options.stateDir, 'logs'), log: options.log });
  }

  /**
   * Ends what an earlier run left, then starts the parts and waits until each serves.
   * @throws {StackRunningError} a live stack holds `stateDir`
   * @throws {Error} a part did not start, or something it needs is missing: the message says what to install
   */
  static async start(options: StackOptions): Promise<Stack> {
    const at = { ...options, stateDir: resolve(options.stateDir) };
    const env: StackEnvironment = {};
    const stack = new Stack(at, lockStack(at.stateDir), env);
    const abort = () => void stack.supervisor.stop();
    options.signal?.addEventListener('abort', abort, { once: true });
    try {
      await endOrphans(at.stateDir, stack.state, at.log);
      options.signal?.throwIfAborted();
      await stack.startParts(env);
      return stack;
    } catch (error) {
      await stack.stop();
      throw error;
    } finally {
      options.signal?.removeEventListener('abort', abort);
    }
  }

  /** The port that `name` listens on: that of the last run if it is still free. */
  async port(name: string): Promise<number> {
    const { ports } = this.state.current;
    const port = await freePort(ports[name], Object.values(ports));
    this.state.setPort(name, port);
    return port;
  }

  /** Starts a service under the same watch, and waits until it is ready. */
  async add(service: ServicePart): Promise<void> {
    await this.supervisor.add(servicePart(service));
  }

  /** Ends a service, or a part, for good. */
  async remove(name: string): Promise<void> {
    await this.supervisor.remove(name);
  }

  /** The process that runs a part just now; undefined while it is down. */
  pid(name: string): number | undefined {
    return this.supervisor.part(name).pid;
  }

  /** Sends a signal to a part. After SIGKILL, the default, waits until it is gone; it is then started again. */
  async kill(name: string, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await this.supervisor.part(name).kill(signal);
  }

  /** Waits until a part serves, after a kill or at any time. */
  async ready(name: string): Promise<void> {
    await this.supervisor.part(name).ready();
  }

  /** Ends every process: the services first, then the node, the broker and the database. */
  stop(): Promise<void> {
    return (this.stopping ??= this.supervisor.stop().then(this.unlock));
  }

  private async startParts(env: StackEnvironment): Promise<void> {
    const { given: theirs = process.env as StackEnvironment } = this.options;
    const starts: Promise<void>[] = [];
    for (const name of this.options.parts ?? (Object.keys(VARIABLE) as StackPart[])) {
      const given = theirs[VARIABLE[name]];
      if (given) {
        this.options.log(`${name}: yours, from ${VARIABLE[name]}`);
        env[VARIABLE[name]] = given;
        continue;
      }
      const { part, url } = await this.ownPart(name);
      env[VARIABLE[name]] = url;
      starts.push(this.supervisor.add(part));
    }
    await Promise.all(starts);
  }

  private async ownPart(name: StackPart): Promise<{ part: Part; url: string }> {
    const { stateDir, anvil = {}, log } = this.options;
    const cacheDir = this.options.cacheDir ?? defaultCacheDir();
    const dir = join(stateDir, name);
    const port = await this.port(name);
    switch (name) {
      case 'postgres':
        return { part: postgresPart({ dir, port, log }), url: postgresUrl(port) };
      case 'kafka': {
        const controllerPort = await this.port('kafka-controller');
        return { part: kafkaPart({ dir, cacheDir, port, controllerPort, log }), url: `127.0.0.1:${port}` };
      }
      case 'ethereum':
        return { part: anvilPart({ dir, port, anvil, log }), url: anvilUrl(port) };
      case 'issuer':
        return { part: issuerPart({ dir, port }), url: issuerUrl(port) };
      case 'signer':
        return { part: signerPart(port), url: signerUrl(port) };
    }
  }
}

/**
 * Removes all that a stack has written, and ends what it may have left running.
 * @throws {StackRunningError} it runs
 */
export async function resetStack(stateDir: string, log: (line: string) => void): Promise<void> {
  const unlock = lockStack(stateDir);
  try {
    await endOrphans(stateDir, new StateFile(stateDir), log);
  } catch (error) {
    unlock();
    throw error;
  }
  rmSync(stateDir, { recursive: true, force: true });
}

function defaultCacheDir(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'tributary');
}
