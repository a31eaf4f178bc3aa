import { Injectable } from '@nestjs/common';
import { DataSource, OutboxReader, type OutboxRow, type QueryRunner } from '@tributary/platform-postgres';
import { TooLargeError, type EventProducer } from '@tributary/platform-kafka';
import { logger, openSpan, SpanKind } from '@tributary/platform-telemetry';
import { Failing } from '../failing';
import { outboxPending, publishedEvents, setAsideEvents } from '../metrics';
import { Names } from '../names';
import { Sleeper } from '../sleeper';

const POLL_MS = 250;
const RETRY_MS = 1_000;
const BATCH_ROWS = 500;
const BATCH_BYTES = 512 * 1024;

/**
 * Publishes the outbox. One relay works per service, whoever holds the advisory lock; its reads and deletes go through
 * the session that holds it. A row is deleted after the broker's acknowledgement, so a crash resends: the inboxes drop that.
 * A row that the broker finds too large is set aside; its stream then has a gap, which consumers see.
 */
@Injectable()
export class Relay {
  readonly failing = new Failing();
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
        this.failing.failed('outbox', error);
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
      if (row.mine) return await work(session);
      this.failing.clear();
      if (!this.stopping) await this.sleeper.sleep(RETRY_MS);
    } finally {
      // A session that cannot be asked any more has lost its locks already.
      await session.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
      await session.release();
    }
  }

  private async relayUntilStopped(session: QueryRunner): Promise<void> {
    for (;;) {
      const stopping = this.stopping;
      const rows = withinBytes(await this.reader.read(session.manager, BATCH_ROWS));
      outboxPending.set(rows.length);
      if (rows.length > 0) await this.publishOrSetAside(session, rows);
      else if (stopping) return;
      else await this.sleeper.sleep(POLL_MS);
      this.failing.clear();
    }
  }

  /** What the broker refuses together goes one by one, so that only the one too large stays behind. */
  private async publishOrSetAside(session: QueryRunner, rows: readonly OutboxRow[]): Promise<void> {
    try {
      await this.publish(session, rows);
    } catch (error) {
      if (!(error instanceof TooLargeError)) throw error;
      const [row] = rows;
      if (row && rows.length === 1) await this.setAside(session, row, error);
      else for (const each of rows) await this.publishOrSetAside(session, [each]);
    }
  }

  private async setAside(session: QueryRunner, row: OutboxRow, error: TooLargeError): Promise<void> {
    await this.reader.setAside(session.manager, row);
    setAsideEvents.inc({ topic: row.topic });
    const { id, topic, key } = row;
    logger.error({ id, topic, key, reason: error.message }, 'Event set aside: it is too large for the broker');
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
