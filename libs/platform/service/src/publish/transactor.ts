import { Injectable } from '@nestjs/common';
import type { EventOf } from '@tributary/events';
import { DataSource, isConflict, Outbox, type EntityManager } from '@tributary/platform-postgres';
import { Outgoing } from './outgoing';
import { Relay } from './relay';

const TRIES = 5;

/** What the work inside a transaction hands back: the events to publish with it, and anything else. */
export interface Work {
  readonly events: readonly EventOf<string, unknown>[];
}

/** The one transaction of a command or a poll: the work's effects and its events are committed together or not at all. */
@Injectable()
export class Transactor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly outgoing: Outgoing,
    private readonly relay: Relay,
  ) {}

  /** A deadlock or a serialization failure rolls back and runs the work again, a few times. */
  async run<W extends Work>(work: (tx: EntityManager) => Promise<W>): Promise<W> {
    for (let tried = 1; ; tried += 1) {
      try {
        const done = await this.dataSource.transaction(async (tx) => {
          const result = await work(tx);
          await this.outbox.add(
            tx,
            result.events.map((event) => this.outgoing.recordOf(event)),
          );
          return result;
        });
        if (done.events.length > 0) this.relay.kick();
        return done;
      } catch (error) {
        if (tried >= TRIES || !isConflict(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** tried));
      }
    }
  }
}
