import { ModuleRef } from '@nestjs/core';
import type { EventOf } from '@tributary/events';
import { logger } from '@tributary/platform-telemetry';
import type { PollBinding, Transact } from './bindings';
import { Failing } from './failing';
import { failingPolls } from './metrics';
import { Sleeper } from './sleeper';
import { Transactor } from './publish/transactor';

const LONGEST_PAUSE_MS = 30_000;

interface Polling {
  poll(transact: Transact<EventOf<string, unknown>>, signal: AbortSignal): Promise<'more' | 'idle'>;
}

/** How a poll fares, for Health. */
export interface PollState {
  readonly name: string;
  readonly failingSince: Date | null;
  readonly error: string | null;
}

/** Asks the world outside again and again; a failure backs off, is shown in Health, and is tried again for ever. */
export class Poller {
  private readonly abort = new AbortController();
  private readonly sleepers: Sleeper[] = [];
  private readonly loops: Promise<void>[] = [];
  private readonly failing = new Failing();

  constructor(
    private readonly modules: ModuleRef,
    private readonly transactor: Transactor,
    private readonly bindings: readonly PollBinding<unknown>[],
  ) {}

  start(): void {
    for (const binding of this.bindings) this.loops.push(this.loop(binding));
  }

  /** Aborts the signal that polls are given, and waits for the polls in hand. */
  async stop(): Promise<void> {
    this.abort.abort();
    for (const sleeper of this.sleepers) sleeper.wake();
    await Promise.all(this.loops);
  }

  states(): PollState[] {
    return this.bindings.map(({ handler: { name } }) => ({
      name,
      failingSince: this.failing.of(name)?.since ?? null,
      error: this.failing.of(name)?.error ?? null,
    }));
  }

  private async loop({ handler, everyMs }: PollBinding<unknown>): Promise<void> {
    const polling = this.modules.get<Polling>(handler, { strict: false });
    const sleeper = new Sleeper();
    this.sleepers.push(sleeper);
    const { signal } = this.abort;
    const transact: Transact<EventOf<string, unknown>> = async (work) => {
      await this.transactor.run(async (tx) => ({ events: await work(tx) }));
    };
    for (let failures = 0; !signal.aborted;) {
      try {
        const found = await polling.poll(transact, signal);
        failures = 0;
        this.recovered(handler.name);
        if (found === 'idle') await sleeper.sleep(everyMs);
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        this.failed(handler.name, error);
        await sleeper.sleep(Math.min(everyMs * 2 ** failures, LONGEST_PAUSE_MS));
      }
    }
  }

  private failed(name: string, error: unknown): void {
    this.failing.failed(name, error);
    failingPolls.set(this.failing.count);
    logger.warn({ poll: name, error }, 'Poll failed; it will be tried again');
  }

  private recovered(name: string): void {
    if (!this.failing.recovered(name)) return;
    failingPolls.set(this.failing.count);
    logger.info({ poll: name }, 'Poll works again');
  }
}
