import type { DeadLetter, OutgoingRecord } from '@tributary/platform-postgres';
import { schemaIdOf, type ArrivedEvent } from './arrival';
import type { Names } from '../names';

/** A dead-letter topic gets larger records without their value, and without their headers if these are as large. */
const LARGEST_COPY = 256 * 1024;

/** An event as it is kept while its subject is parked: byte for byte, with why. */
export function letterOf(event: ArrivedEvent, why: Pick<DeadLetter, 'code' | 'error' | 'counted'>): DeadLetter {
  return {
    topic: event.topic,
    partition: event.partition,
    offset: event.offset,
    key: event.key,
    subject: event.fault === null ? event.subject : event.key,
    eventId: event.eventId,
    eventType: event.type,
    streamSeq: event.streamSeq,
    schemaId: schemaIdOf(event.record.value),
    headers: event.record.headers,
    value: event.record.value,
    code: why.code,
    error: why.error,
    counted: why.counted,
  };
}

/** The event for the dead-letter topic, with why it came there, who refused it, and where its source topic has it. */
export function copyOf(letter: DeadLetter, names: Names, valueKeptIn = 'consumer_dead_letter'): OutgoingRecord {
  const { topic, partition, offset, key, headers, value } = letter;
  const headersSize = Buffer.byteLength(JSON.stringify(headers));
  const large = headersSize + (value?.length ?? 0) > LARGEST_COPY;
  return {
    topic: names.deadLetterTopic(topic),
    key,
    value: large ? null : value,
    headers: {
      ...(headersSize > LARGEST_COPY ? {} : headers),
      ...(large ? { tributary_value: valueKeptIn } : {}),
      tributary_source: `${topic}/${partition}/${offset}`,
      tributary_consumer: names.service,
      tributary_code: letter.code,
      tributary_error: letter.error,
    },
  };
}
