import type { AnyEvent, EventOf } from '@tributary/events';
import type { StreamRecord } from '@tributary/platform-postgres';
import { currentTraceparent } from '@tributary/platform-telemetry';
import { isStorable } from '../storable';

/** Turns what handlers return into records: encoded by their contract, in a CloudEvents envelope (binary mode). */
export class Outgoing {
  private readonly byName: ReadonlyMap<string, AnyEvent>;

  constructor(
    private readonly service: string,
    produces: readonly AnyEvent[],
  ) {
    this.byName = new Map(produces.map((event) => [event.name, event]));
  }

  /** @throws {Error} an event that the service does not list in `produces`, or that does not fit its contract */
  recordOf({ type, payload }: EventOf<string, unknown>): StreamRecord {
    const event = this.byName.get(type);
    if (!event) throw new Error(`${this.service} may not publish ${type}: list it in "produces"`);
    const key = event.keyOf(payload);
    if (!isStorable(key))
      throw new Error(`${type} has a key that cannot be stored: empty, too long, or with a NUL in it`);
    const traceparent = currentTraceparent();
    return {
      topic: event.topic,
      key,
      value: event.encode(payload),
      headers: {
        'content-type': 'application/avro',
        ce_specversion: '1.0',
        ce_id: event.idOf(payload),
        ce_type: event.fullName,
        ce_source: `/tributary/${this.service}`,
        ce_time: event.timeOf(payload).toISOString(),
        ce_subject: event.subjectOf(payload),
        ...(traceparent ? { traceparent } : {}),
      },
    };
  }
}
