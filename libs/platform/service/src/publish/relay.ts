import { Injectable } from '@nestjs/common';
import { DataSource, OutboxReader, type OutboxRow, type QueryRunner } from '@tributary/platform-postgres';
import type { EventProducer } from '@tributary/platform-kafka';
import { logger, openSpan, SpanKind } from '@tributary/platform-telemetry';
import { outboxPending, publishedEvents } from '../metrics';
import { Names } from '../names';
import { Sleeper } from '../sleeper';

const POLL_MS = 250;
const RETRY_MS = 1_000;
const BATCH_ROWS = 500;
const BATCH_BYTES = 512 * 1024;

/**
 * Publishes the outbox. One relay works per service, whoever holds the advisory lock; its reads and deletes go through
 * the session that holds it. A row is deleted after the broker's acknowledgement, so a crash resends: the inboxes drop that.
 */
@Injectable()
export class Relay {
  private readonly sleeper = new Sleeper();
  private running: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: OutboxReader,
    private readonly names: Names,
    private readonly producer: EventProducer,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Says that a transaction with events was committed. */
  kick(): void {
    this.sleeper.wake();
  }

  /** Publishes what is there and ends. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.sleeper.wake();
    await this.running;
    await this.producer.disconnect();
  }

  private async run(): Promise<void> {
    do {
      try {
        await this.asOnlyRelay((session) => this.relayUntilStopped(session));
      } catch (error) {
        logger.warn({ error }, 'Publishing failed; it will be tried again');
        if (!this.stopping) await this.sleeper.sleep(RETRY_MS);
      }
    } while (!this.stopping);
  }

  /** Does the work if this session gets the lock, or waits a while for whoever has it. */
  private async asOnlyRelay(work: (session: QueryRunner) => Promise<void>): Promise<void> {
    const session = this.dataSource.createQueryRunner();
    const lock = [`relay:${this.names.schema}`];
    try {
      const [row] = await session.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine', lock);
      if (row.mine) await work(session);
      else if (!this.stopping) await this.sleeper.sleep(RETRY_MS);
      if (row.mine) await session.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', lock);
    } finally {
      await session.release();
    }
  }

  private async relayUntilStopped(session: QueryRunner): Promise<void> {
    for (;;) {
      const stopping = this.stopping;
      const rows = withinBytes(await this.reader.read(session.manager, BATCH_ROWS));
      outboxPending.set(rows.length);
      if (rows.length > 0) await this.publish(session, rows);
      else if (stopping) return;
      else await this.sleeper.sleep(POLL_MS);
    }
  }

  private async publish(session: QueryRunner, rows: readonly OutboxRow[]): Promise<void> {
    const spans = rows.map((row) =>
      openSpan(`publish ${row.headers['ce_type'] ?? row.topic}`, {
        kind: SpanKind.PRODUCER,
        parent: row.headers['traceparent'],
        attributes: { 'messaging.system': 'kafka', 'messaging.destination.name': row.topic },
      }),
    );
    let failure: Error | undefined;
    try {
      await this.producer.send(
        rows.map(({ topic, key, value, headers }, i) => {
          const traceparent = spans[i]?.traceparent;
          return {
            topic: this.names.topic(topic),
            key,
            value,
            headers: traceparent ? { ...headers, traceparent } : headers,
          };
        }),
      );
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      for (const span of spans) span.end(failure);
    }
    await this.reader.remove(session.manager, rows);
    publishedEvents.inc(rows.length);
  }
}

/** As many rows from the start as fit one request. */
function withinBytes(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  let bytes = 0;
  const end = rows.findIndex((row) => (bytes += row.value?.length ?? 0) > BATCH_BYTES);
  return end > 0 ? rows.slice(0, end) : rows.slice(0, end === 0 ? 1 : rows.length);
}
