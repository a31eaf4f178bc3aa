import type { Arrival } from '@tributary/platform-postgres';
import type { ReadRecord } from '@tributary/platform-kafka';
import { isStorable } from '../storable';

/** A record with its CloudEvents envelope read, as far as that is readable. */
export interface ArrivedEvent extends Arrival {
  readonly topic: string;
  readonly partition: number;
  readonly record: ReadRecord;
  /** The record's key; `topic/partition/offset` if it has none that can be stored. */
  readonly key: string;
  /** `ce_subject`, or the key where the envelope is unreadable. */
  readonly subject: string;
  /** `ce_type`. */
  readonly type: string | null;
  /** `ce_sequence`. */
  readonly streamSeq: number | null;
  /** What the envelope lacks, or holds and nobody can store; such an event cannot be placed in its stream. */
  readonly fault: string | null;
}

/** Reads the envelope. Never fails: what is wrong with it stands in `fault`. */
export function arrivedEvent(topic: string, partition: number, record: ReadRecord): ArrivedEvent {
  const { ce_id: id, ce_type: type, ce_subject: subject, ce_sequence: sequence, ce_time: time } = record.headers;
  const place = `${topic}/${partition}/${record.offset}`;
  const key = isStorable(record.key) ? record.key : place;
  const streamSeq = sequence && /^[1-9]\d*$/.test(sequence) && Number.isSafeInteger(+sequence) ? +sequence : null;
  const missing = [
    ...(isStorable(id) ? [] : ['ce_id']),
    ...(isStorable(type) ? [] : ['ce_type']),
    ...(isStorable(subject) ? [] : ['ce_subject']),
    ...(streamSeq === null ? ['ce_sequence'] : []),
    ...(time && !Number.isNaN(Date.parse(time)) ? [] : ['ce_time']),
    ...(key === place ? ['key'] : []),
  ];
  return {
    topic,
    partition,
    record,
    offset: record.offset,
    // An unreadable record must not stand in the way of the event whose id it bears.
    eventId: isStorable(id) && missing.length === 0 ? id : place,
    key,
    subject: isStorable(subject) ? subject : key,
    type: isStorable(type) ? type : null,
    streamSeq,
    fault: missing.length > 0 ? `Unreadable envelope: ${missing.join(', ')} missing, malformed or too long` : null,
  };
}

/** The schema id that Confluent wire format opens with, if the bytes have one. */
export function schemaIdOf(value: Buffer | null): number | null {
  return value && value.length >= 5 && value[0] === 0 ? value.readInt32BE(1) : null;
}
