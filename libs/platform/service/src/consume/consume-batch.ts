import { Injectable } from '@nestjs/common';
import {
  DataSource,
  DeadLetters,
  Fence,
  FenceError,
  Inbox,
  IncomingStreams,
  isRetryable,
  Outbox,
} from '@tributary/platform-postgres';
import type { BatchPosition, EntityManager, StreamRecord } from '@tributary/platform-postgres';
import type { ReadRecord } from '@tributary/platform-kafka';
import { inSpan, logger, SpanKind } from '@tributary/platform-telemetry';
import { arrivedEvent, type ArrivedEvent } from './arrival';
import { copyOf, letterOf } from './dead-letter';
import { EventHandlers } from './event-handlers';
import { failureOf } from '../failure';
import { batchSeconds, consumedEvents, deadLetters, lostEvents } from '../metrics';
import { Names } from '../names';
import { Outgoing } from '../publish/outgoing';
import { Relay } from '../publish/relay';

type Outcome = 'handled' | 'skipped' | 'duplicate' | 'waiting' | 'dead';

/** A batch's records with the place that they were read from. */
export interface Batch extends BatchPosition {
  readonly records: readonly ReadRecord[];
}

/**
 * Consumes records in one transaction: fence -> inbox -> stream order -> handlers -> outbox -> next offset.
 * A batch that fails is redone event by event, so that only the failing one is parked.
 */
@Injectable()
export class ConsumeBatch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly fence: Fence,
    private readonly inbox: Inbox,
    private readonly letters: DeadLetters,
    private readonly outbox: Outbox,
    private readonly handlers: EventHandlers,
    private readonly outgoing: Outgoing,
    private readonly names: Names,
    private readonly relay: Relay,
  ) {}

  /**
   * @returns the offset to go on from, which may lie before the batch
   * @throws a retryable fault, or {FenceError}; nothing is committed then
   */
  async run(batch: Batch): Promise<bigint> {
    const stopTimer = batchSeconds.startTimer({ topic: batch.topic });
    try {
      return await this.transact(batch, false);
    } catch (error) {
      if (isRetryable(error) || error instanceof FenceError) throw error;
      logger.warn({ topic: batch.topic, partition: batch.partition, error }, 'Batch failed; redoing it event by event');
      return await this.transact(batch, true);
    } finally {
      stopTimer();
    }
  }

  private async transact(batch: Batch, eventByEvent: boolean): Promise<bigint> {
    const outcomes: Outcome[] = [];
    const next = await this.dataSource.transaction((tx) => this.consume(tx, batch, eventByEvent, outcomes));
    this.relay.kick();
    for (const outcome of outcomes) consumedEvents.inc({ topic: batch.topic, outcome });
    return next;
  }

  private async consume(tx: EntityManager, batch: Batch, eventByEvent: boolean, outcomes: Outcome[]): Promise<bigint> {
    const verdict = await this.fence.pass(tx, batch);
    if ('seekTo' in verdict) return verdict.seekTo;
    if (verdict.lost) this.alarmOfLoss(batch, verdict.lost);

    const arrived = batch.records
      .filter((record) => record.offset >= verdict.from)
      .map((record) => arrivedEvent(batch.topic, batch.partition, record));
    const admitted = await this.inbox.admit(tx, batch, arrived);
    const streams = await IncomingStreams.load(
      tx,
      batch.topic,
      admitted.map((event) => event.key),
    );
    const parked = await this.letters.parkedAmong(
      tx,
      batch.topic,
      admitted.flatMap((event) => [event.subject, event.key]),
    );
    const published: StreamRecord[] = [];
    const together: ArrivedEvent[] = [];
    outcomes.push(...Array<Outcome>(batch.records.length - admitted.length).fill('duplicate'));
    for (const event of admitted) {
      outcomes.push(await this.take(tx, event, { streams, parked, published, together, eventByEvent }));
    }
    for (const run of this.handlers.runsOf(together)) published.push(...(await this.handle(tx, run)));
    await streams.save(tx);
    await this.outbox.add(tx, published);

    const last = batch.records.at(-1) as ReadRecord;
    const next = last.offset + 1n > verdict.from ? last.offset + 1n : verdict.from;
    await this.fence.advance(tx, batch, next);
    return next;
  }

  /** One event's turn. Whether it takes effect, waits or dies is part of the batch's transaction. */
  private async take(tx: EntityManager, event: ArrivedEvent, batch: BatchState): Promise<Outcome> {
    const { streams, parked } = batch;
    if (parked.has(event.key)) return this.wait(tx, event, false);
    if (event.fault !== null) {
      return this.die(tx, event, batch, {
        code: 'envelope-unreadable',
        error: event.fault,
        park: event.key,
        counted: false,
      });
    }
    const expected = streams.expected(event.key);
    if (event.streamSeq !== expected) {
      const error = `Stream ${event.key} goes on with ${expected}, but ${event.streamSeq} came: an event is missing`;
      return this.die(tx, event, batch, { code: 'sequence-gap', error, park: event.key, counted: false });
    }
    streams.advance(event.key, expected);
    if (parked.has(event.subject)) return this.wait(tx, event, true);
    if (!this.handlers.answer(event.type)) return 'skipped';
    if (!batch.eventByEvent) {
      batch.together.push(event);
      return 'handled';
    }
    await tx.query('SAVEPOINT event');
    try {
      batch.published.push(...(await this.handle(tx, [event])));
      await tx.query('RELEASE SAVEPOINT event');
      return 'handled';
    } catch (error) {
      if (isRetryable(error)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT event');
      return this.die(tx, event, batch, { ...failureOf(error), park: event.subject, counted: true });
    }
  }

  /** Handles events in a span whose parent is the one that published the first of them. */
  private async handle(tx: EntityManager, run: readonly ArrivedEvent[]): Promise<StreamRecord[]> {
    const [first] = run as [ArrivedEvent];
    const span = {
      kind: SpanKind.CONSUMER,
      parent: first.record.headers['traceparent'],
      attributes: {
        'messaging.system': 'kafka',
        'messaging.destination.name': first.topic,
        'messaging.batch.message_count': run.length,
        'event.id': first.eventId,
      },
    };
    return inSpan(`handle ${first.type}`, span, async () => {
      const happened = await this.handlers.handle(run, tx);
      return happened.map((each) => this.outgoing.recordOf(each));
    });
  }

  private async wait(tx: EntityManager, event: ArrivedEvent, counted: boolean): Promise<Outcome> {
    await this.inbox.release(tx, event.eventId);
    await this.letters.store(
      tx,
      letterOf(event, { code: 'waiting', error: 'An earlier event of it is parked', counted }),
    );
    return 'waiting';
  }

  private async die(
    tx: EntityManager,
    event: ArrivedEvent,
    { parked }: BatchState,
    cause: CauseOfDeath,
  ): Promise<Outcome> {
    const letter = letterOf(event, cause);
    await this.inbox.release(tx, event.eventId);
    await this.letters.store(tx, letter);
    await this.letters.park(tx, letter, cause.park);
    parked.add(cause.park);
    await this.outbox.store(tx, [copyOf(letter, this.names)]);
    deadLetters.inc({ topic: event.topic, code: cause.code });
    logger.error(
      {
        topic: event.topic,
        partition: event.partition,
        offset: String(event.offset),
        subject: cause.park,
        code: cause.code,
        reason: cause.error,
      },
      'Event parked its subject',
    );
    return 'dead';
  }

  private alarmOfLoss({ topic, partition }: Batch, { from, to }: { from: bigint; to: bigint }): void {
    lostEvents.inc({ topic }, Number(to - from));
    logger.error(
      { topic, partition, from: String(from), to: String(to) },
      'The broker no longer has events that were not consumed',
    );
  }
}

interface BatchState {
  readonly streams: IncomingStreams;
  readonly parked: Set<string>;
  readonly published: StreamRecord[];
  /** Events to be handled once the whole batch is looked through, where it is not done event by event. */
  readonly together: ArrivedEvent[];
  readonly eventByEvent: boolean;
}

interface CauseOfDeath {
  readonly code: string;
  readonly error: string;
  /** Subject or key whose later events wait. */
  readonly park: string;
  /** Whether the event's place in its stream was counted. */
  readonly counted: boolean;
}
