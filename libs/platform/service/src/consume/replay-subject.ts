import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  DataSource,
  DeadLetters,
  Fence,
  Inbox,
  IncomingStreams,
  Outbox,
  type DeadLetter,
  type EntityManager,
} from '@tributary/platform-postgres';
import { inSpan, logger, SpanKind } from '@tributary/platform-telemetry';
import { arrivedEvent } from './arrival';
import { copyOf } from './dead-letter';
import { EventHandlers } from './event-handlers';
import { failureOf } from '../failure';
import { Names } from '../names';
import { Outgoing } from '../publish/outgoing';
import { Problem } from '../rest/problem';
import { Relay } from '../publish/relay';
import type { RouteContract, RouteInput, RouteReply } from '../rest/route';
import { Topics } from '../topics';

const EVENTS_PER_TRANSACTION = 100;

/**
 * Gives a parked subject's events to their handlers once more, in order, and unparks it with the last of them.
 * Each transaction holds the fence of the subject's partition, so no newer event overtakes.
 */
@Injectable()
export class ReplaySubject {
  static readonly contract = {
    summary: 'Replay the events of a parked subject and unpark it',
    roles: ['operator'],
    body: z.strictObject({
      subject: z.string().min(1).describe('The parked subject or key, as the list of dead letters shows it'),
      acceptGap: z.boolean().default(false).describe('Go on although events of the stream are missing for good'),
      discardFirst: z
        .boolean()
        .default(false)
        .describe(
          'Leave out the first event, which can never be read, for good. The dead-letter topic keeps it; of one above ' +
            '256 kB only its headers and where its source topic has it',
        ),
    }),
    reply: z.object({ subject: z.string(), replayed: z.number().int(), discarded: z.number().int() }),
    status: 200,
  } satisfies RouteContract;

  constructor(
    private readonly dataSource: DataSource,
    private readonly fence: Fence,
    private readonly inbox: Inbox,
    private readonly letters: DeadLetters,
    private readonly outbox: Outbox,
    private readonly handlers: EventHandlers,
    private readonly outgoing: Outgoing,
    private readonly relay: Relay,
    private readonly topics: Topics,
    private readonly names: Names,
  ) {}

  async handle(
    { body: { subject, acceptGap, discardFirst } }: RouteInput<typeof ReplaySubject.contract>,
    db: EntityManager,
  ): Promise<RouteReply<typeof ReplaySubject.contract> | Problem> {
    const places = await this.letters.placesOf(db, subject);
    if (places.length === 0) {
      return new Problem(404, 'not-parked', `Nothing of "${subject}" is parked; GET the dead letters for what is`);
    }
    const clusterId = await this.topics.clusterId();
    let replayed = 0;
    let discarded = 0;
    try {
      for (const place of places) {
        if (discardFirst)
          discarded += await this.dataSource.transaction((tx) => this.discard(tx, { ...place, clusterId }, subject));
        for (let more = true; more;) {
          const count = await this.dataSource.transaction((tx) =>
            this.replaySome(tx, { ...place, clusterId }, subject, acceptGap),
          );
          replayed += count;
          more = count === EVENTS_PER_TRANSACTION;
        }
      }
    } catch (error) {
      if (!(error instanceof ReplayStopped)) throw error;
      return new Problem(
        409,
        error.code,
        `${error.message}. ${replayed} events were replayed before it, the rest still waits`,
      );
    } finally {
      this.relay.kick();
    }
    logger.info({ subject, replayed, discarded }, 'Subject replayed and unparked');
    return { subject, replayed, discarded };
  }

  /** Leaves out the first event that waits, as if it had been handled. A resend of it is known then. */
  private async discard(tx: EntityManager, place: Place, subject: string): Promise<number> {
    await this.fence.lock(tx, place);
    const [letter] = await this.letters.next(tx, place.topic, subject, 1);
    if (!letter) return 0;
    const streams = await IncomingStreams.load(tx, place.topic, [letter.key]);
    const { topic, partition, eventId, offset, streamSeq, error } = letter;
    if (!letter.counted && streamSeq === streams.expected(letter.key)) streams.advance(letter.key, streamSeq);
    await streams.save(tx);
    await this.letters.remove(tx, eventId);
    await this.inbox.admit(tx, place, [{ eventId, offset }]);
    await this.letters.unparkEmpty(tx, place);
    await this.outbox.store(tx, [copyOf({ ...letter, code: 'discarded' }, this.names, 'source topic')]);
    logger.warn({ topic, partition, offset: String(offset), subject, eventId, reason: error }, 'Event discarded');
    return 1;
  }

  private async replaySome(tx: EntityManager, place: Place, subject: string, acceptGap: boolean): Promise<number> {
    await this.fence.lock(tx, place);
    const letters = await this.letters.next(tx, place.topic, subject, EVENTS_PER_TRANSACTION);
    const streams = await IncomingStreams.load(
      tx,
      place.topic,
      letters.map((letter) => letter.key),
    );
    for (const letter of letters) await this.replay(tx, letter, streams, acceptGap);
    await streams.save(tx);
    if (letters.length < EVENTS_PER_TRANSACTION) await this.letters.unparkEmpty(tx, place);
    return letters.length;
  }

  private async replay(
    tx: EntityManager,
    letter: DeadLetter,
    streams: IncomingStreams,
    acceptGap: boolean,
  ): Promise<void> {
    const { topic, partition, offset, headers, key, value } = letter;
    const event = arrivedEvent(topic, partition, { offset, timestampMs: 0, key, headers, value });
    if (event.fault !== null) throw new ReplayStopped('envelope-unreadable', event.fault);
    this.count(letter, event.streamSeq ?? 0, streams, acceptGap);
    await this.letters.remove(tx, letter.eventId);
    if ((await this.inbox.admit(tx, event, [event])).length === 0 || !this.handlers.answer(event.type)) return;
    const span = { kind: SpanKind.CONSUMER, parent: headers['traceparent'], attributes: { 'event.id': event.eventId } };
    await inSpan(`replay ${event.type}`, span, async () => {
      const happened = await this.handlers.handle([event], tx).catch((error: unknown) => {
        throw ReplayStopped.by(error);
      });
      await this.outbox.add(
        tx,
        happened.map((each) => this.outgoing.recordOf(each)),
      );
    });
  }

  /** Gives an event that waited uncounted its place in its stream. */
  private count(letter: DeadLetter, seq: number, streams: IncomingStreams, acceptGap: boolean): void {
    if (letter.counted) return;
    const expected = streams.expected(letter.key);
    if (seq < expected || (seq > expected && !acceptGap)) {
      const advice = seq > expected ? '; wait for it, or accept the gap' : '';
      throw new ReplayStopped(
        'sequence-gap',
        `Stream ${letter.key} goes on with ${expected}, but ${seq} is next here${advice}`,
      );
    }
    streams.advance(letter.key, seq);
  }
}

/** The partition that a subject's events came from. */
interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly clusterId: string;
}

/** An event could not be replayed; its transaction rolls back. */
class ReplayStopped extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  static by(cause: unknown): ReplayStopped {
    const { code, error } = failureOf(cause);
    return new ReplayStopped('replay-failed', `An event failed again (${code}): ${error}`, { cause });
  }
}
