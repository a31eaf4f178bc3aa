import { createHash } from 'node:crypto';
import type { Schema, Type } from 'avsc';
import { avroType } from './avro';
import { EventFormatError, type EventType } from './event-type';

/** What the generator reads off a contract and its lock. */
export interface Contract<N extends string> {
  readonly name: N;
  readonly namespace: string;
  readonly topic: string;
  /** Templates such as `{chain}/{txid}`; a field's path in braces. */
  readonly key: string;
  readonly subject: string;
  /** Paths of the fields that, after the event's name, make its natural key. */
  readonly identity: readonly string[];
  /** Every registered version by its schema id; the last one is written. */
  readonly versions: readonly { readonly id: number; readonly schema: Schema }[];
}

const HEADER_BYTES = 5;

/** Makes an event type of its contract. Codecs are built at their first use. */
export function defineEvent<N extends string, P extends { readonly occurredAt?: Date; readonly bookedAt?: Date }>(
  contract: Contract<N>,
): EventType<N, P> {
  const current = contract.versions.at(-1);
  if (!current) throw new Error(`${contract.name} has no registered version: run "npm run generate -w libs/events"`);
  const schema = lazy(() => avroType(current.schema));
  const readers = new Map<number, (body: Buffer) => P>();

  const readerOf = (schemaId: number): ((body: Buffer) => P) => {
    const known = readers.get(schemaId);
    if (known) return known;
    const written = contract.versions.find((version) => version.id === schemaId);
    if (!written) {
      throw new EventFormatError(
        `Schema id ${schemaId} is no version of ${contract.name}: is its lock file up to date?`,
      );
    }
    const type = avroType(written.schema);
    const resolver = schema().createResolver(type);
    const reader = (body: Buffer): P => schema().fromBuffer(body, resolver) as P;
    readers.set(schemaId, reader);
    return reader;
  };

  return {
    name: contract.name,
    fullName: `${contract.namespace}.${contract.name}`,
    topic: contract.topic,
    schemaId: current.id,
    get schema() {
      return schema();
    },
    keyOf: (payload) => fill(contract.key, payload),
    subjectOf: (payload) => fill(contract.subject, payload),
    idOf: (payload) => {
      const naturalKey = [contract.name, ...contract.identity.map((path) => text(payload, path))];
      return createHash('sha256').update(JSON.stringify(naturalKey)).digest('hex');
    },
    timeOf: (payload) => (payload.occurredAt ?? payload.bookedAt) as Date,
    of: (payload) => ({ type: contract.name, payload }),
    encode: (payload) => {
      assertFits(schema(), payload, contract.name);
      const header = Buffer.alloc(HEADER_BYTES);
      header.writeUInt32BE(current.id, 1);
      return Buffer.concat([header, schema().toBuffer(payload)]);
    },
    decode: (bytes) => {
      if (bytes.length < HEADER_BYTES || bytes[0] !== 0) {
        throw new EventFormatError(
          `${contract.name}: not in Confluent wire format (first byte ${bytes[0] ?? 'missing'})`,
        );
      }
      const reader = readerOf(bytes.readUInt32BE(1));
      try {
        return reader(bytes.subarray(HEADER_BYTES));
      } catch (cause) {
        throw new EventFormatError(`${contract.name}: undecodable body: ${(cause as Error).message}`, { cause });
      }
    },
  };
}

function assertFits(type: Type, payload: unknown, name: string): void {
  const faults: string[] = [];
  type.isValid(payload, {
    noUndeclaredFields: true,
    errorHook: (path, value) => faults.push(`${path.join('.') || 'payload'} = ${String(value)}`),
  });
  if (faults.length > 0) throw new EventFormatError(`${name} does not fit its contract: ${faults.join('; ')}`);
}

function fill(template: string, payload: unknown): string {
  return template.replace(/\{([^}]+)\}/g, (_, path: string) => text(payload, path));
}

function text(payload: unknown, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], payload);
  if (value === undefined || value === null)
    throw new EventFormatError(`The contract needs "${path}", which the payload lacks`);
  return value instanceof Date ? value.toISOString() : String(value);
}

function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
