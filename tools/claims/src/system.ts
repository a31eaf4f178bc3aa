import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from '@tributary/demo';
import {
  Stack,
  startSecond,
  startServices,
  type AnvilOptions,
  type ServiceName,
  type ServicesOptions,
  type ServiceUrls,
} from '@tributary/stack';

export interface SystemOptions extends ServicesOptions {
  readonly anvil?: AnvilOptions;
  readonly log: (line: string) => void;
}

/** How far one consumer of a service is behind. */
interface Pipeline {
  readonly consumers: readonly { readonly topic: string; readonly partition: number; readonly lagMessages: number }[];
  readonly outbox: { readonly pending: number };
  readonly deadLetters: { readonly count: number };
}

/** The whole of Tributary on free ports and in a folder of its own, which `stop` removes. */
export class System {
  private readonly seconds: string[] = [];

  private constructor(
    readonly stack: Stack,
    readonly urls: ServiceUrls,
    private readonly stateDir: string,
    private readonly options: SystemOptions,
  ) {}

  static async start(options: SystemOptions): Promise<System> {
    const stateDir = await mkdtemp(join(tmpdir(), 'tributary-claim-'));
    let stack: Stack | undefined;
    try {
      // Balances are compared at one height long after it: the node has to keep them.
      const anvil = { blockTimeSec: 1, recentStates: 10_000, ...options.anvil };
      stack = await Stack.start({ stateDir, anvil, given: {}, log: options.log });
      return new System(stack, await startServices(stack, options), stateDir, options);
    } catch (error) {
      await stack?.stop();
      await rm(stateDir, { recursive: true, force: true });
      throw error;
    }
  }

  get api(): Api {
    return new Api(this.urls.console, required(this.stack.env.OIDC_ISSUER, 'issuer'));
  }

  get databaseUrl(): string {
    return required(this.stack.env.DATABASE_URL, 'database');
  }

  get nodeUrl(): string {
    return required(this.stack.env.ETHEREUM_RPC_URL, 'node');
  }

  /** Waits until nothing is on its way: every outbox empty, every consumer at the end, three looks in a row. */
  async settled(limitMs: number): Promise<void> {
    const deadlineMs = Date.now() + limitMs;
    for (let calm = 0; calm < 3; await sleep(500)) {
      const busy = (await Promise.all(Object.entries(this.urls).map(([name, url]) => this.backlog(name, url)))).flat();
      calm = busy.length === 0 ? calm + 1 : 0;
      if (Date.now() > deadlineMs) throw new Error(`Not settled within ${limitMs / 1000} s: ${busy.join(', ')}`);
    }
  }

  /** Starts one more process of a service, under the same options. */
  async addSecond(name: ServiceName): Promise<void> {
    this.seconds.push(await startSecond(this.stack, name, this.options));
  }

  /** Events that the processes of a service have refused: known already, or dead letters. */
  async refused(name: ServiceName): Promise<{ duplicates: number; deadLetters: number }> {
    const urls = [this.urls[name], ...this.seconds];
    const metrics = await Promise.all(urls.map(async (url) => (await fetch(`${url}/metrics`)).text()));
    const duplicates = metrics
      .flatMap((text) => [...text.matchAll(/^custody_consumed_events_total\{[^}]*outcome="duplicate"[^}]*\} (\d+)$/gm)])
      .reduce((sum, [, count]) => sum + Number(count), 0);
    const answer = await fetch(`${this.urls[name]}/health/pipeline`);
    return { duplicates, deadLetters: ((await answer.json()) as Pipeline).deadLetters.count };
  }

  async stop(): Promise<void> {
    await this.stack.stop();
    await rm(this.stateDir, { recursive: true, force: true });
  }

  private async backlog(name: string, url: string): Promise<string[]> {
    try {
      const answer = await fetch(`${url}/health/pipeline`, { signal: AbortSignal.timeout(5_000) });
      const { consumers, outbox } = (await answer.json()) as Pipeline;
      return [
        ...consumers
          .filter((at) => at.lagMessages > 0)
          .map((at) => `${name} ${at.topic}/${at.partition} -${at.lagMessages}`),
        ...(outbox.pending > 0 ? [`${name} outbox ${outbox.pending}`] : []),
      ];
    } catch {
      return [`${name} does not answer`];
    }
  }
}

function required(value: string | undefined, what: string): string {
  if (!value) throw new Error(`The stack was started without its ${what}`);
  return value;
}
