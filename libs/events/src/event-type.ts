import type { Type } from 'avsc';

/** An event as a handler returns it: what happened, and the facts of it. */
export interface EventOf<N extends string, P> {
  readonly type: N;
  readonly payload: P;
}

/** An event as a consumer receives it: with the envelope that it travelled in. */
export interface Received<N extends string, P> extends EventOf<N, P> {
  /** `ce_id`: SHA-256 of the natural key, the same however often the event is sent. */
  readonly id: string;
  /** `ce_time`. */
  readonly time: Date;
  /** `ce_subject`: the thing whose life the event belongs to. */
  readonly subject: string;
  /** `ce_sequence`: place in its stream (topic and key), counted from 1 without gaps. */
  readonly streamSeq: number;
}

/** A kind of event: its contract, as `proto/` states it. */
export interface EventType<N extends string, P> {
  readonly name: N;
  /** `ce_type`: the record's full name, e.g. `custody.transfers.v1.TransferSeen`. */
  readonly fullName: string;
  readonly topic: string;
  /** Id under which the current schema is registered in `proto/registry.lock.json`. */
  readonly schemaId: number;
  /** The stream within the topic, which is also the Kafka key. */
  keyOf(payload: P): string;
  subjectOf(payload: P): string;
  /** SHA-256 of the natural key, in hex. */
  idOf(payload: P): string;
  /** When it happened; becomes `ce_time`. */
  timeOf(payload: P): Date;
  of(payload: P): EventOf<N, P>;
  /** Confluent wire format: `00`, schema id, Avro binary. @throws {EventFormatError} a field is undeclared, missing or of another type */
  encode(payload: P): Buffer;
  /** Reads bytes of any registered version of this event. @throws {EventFormatError} */
  decode(bytes: Buffer): P;
  readonly schema: Type;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an event of whatever payload; `unknown` would refuse every concrete one
export type AnyEvent = EventType<string, any>;

/** The event that an event type makes: `EventOfType<typeof TransferSeen>`. */
export type EventOfType<E> = E extends EventType<infer N, infer P> ? EventOf<N, P> : never;

/** The event that a handler of this event type is given. */
export type ReceivedOfType<E> = E extends EventType<infer N, infer P> ? Received<N, P> : never;

/** Bytes that do not follow their contract, or a payload that does not fit it. */
export class EventFormatError extends Error {
  readonly code = 'event-format';
}
