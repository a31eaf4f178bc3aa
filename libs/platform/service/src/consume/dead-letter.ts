import type { DeadLetter } from '@tributary/platform-postgres';
import { schemaIdOf, type ArrivedEvent } from './arrival';

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
