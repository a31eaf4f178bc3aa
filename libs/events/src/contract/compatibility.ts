import { createHash } from 'node:crypto';
import { avroType } from '../avro';
import type { AvroSchema, Definition, Field } from './contracts';
import type { LockedVersion, RegistryLock } from './lock';

/**
 * What is wrong with the lock, one line a fault; none if every version of a subject can read every other
 * (FULL_TRANSITIVE), nothing frozen differs, and each version still is what was registered.
 */
export function lockFaults(lock: RegistryLock): string[] {
  const idOwners = new Map<number, string>();
  return Object.entries(lock).flatMap(([subject, versions]) => [
    ...versions.flatMap((version, place) => registrationFaults(subject, version, place, idOwners)),
    ...versions.flatMap((older, place) =>
      versions.slice(place + 1).flatMap((newer) => {
        const pair = `${subject} versions ${older.version} and ${newer.version}`;
        return [...resolutionFaults(older.schema, newer.schema), ...frozenFaults(older.schema, newer.schema)].map(
          (fault) => `${pair}: ${fault}`,
        );
      }),
    ),
  ]);
}

function registrationFaults(
  subject: string,
  { id, version, sha256, schema }: LockedVersion,
  place: number,
  idOwners: Map<number, string>,
): string[] {
  const faults: string[] = [];
  if (createHash('sha256').update(JSON.stringify(schema)).digest('hex') !== sha256) {
    faults.push(`${subject} version ${version}: the schema is not the one registered: restore the lock file from git`);
  }
  if (version !== place + 1) faults.push(`${subject}: version ${version} stands at place ${place + 1}`);
  const owner = idOwners.get(id);
  if (owner) faults.push(`${subject} version ${version}: schema id ${id} belongs to ${owner}`);
  idOwners.set(id, `${subject} version ${version}`);
  return faults;
}

/** Each of two schemas must read what the other wrote. */
function resolutionFaults(older: AvroSchema, newer: AvroSchema): string[] {
  const attempt = (reader: AvroSchema, writer: AvroSchema, direction: string): string[] => {
    try {
      avroType(reader as never).createResolver(avroType(writer as never));
      return [];
    } catch (cause) {
      return [`${direction}: ${(cause as Error).message}`];
    }
  };
  return [
    ...attempt(newer, older, 'the newer cannot read the older'),
    ...attempt(older, newer, 'the older cannot read the newer'),
  ];
}

/**
 * Attributes that Avro lets change and that would change a value's meaning without a word: a decimal's scale, an
 * enum's symbols, and of an event its topic, key, subject and identity, which place it in its stream.
 */
function frozenFaults(older: AvroSchema, newer: AvroSchema): string[] {
  const after = frozenFacts(newer);
  return [...frozenFacts(older)].flatMap(([place, fact]) => {
    const now = after.get(place);
    return now === undefined || now === fact
      ? []
      : [`${place} is frozen: it was ${fact} and is ${now}; add a field or an event of another name instead`];
  });
}

/** Place (a named type, or a field of one) to what may never change there. */
function frozenFacts(schema: AvroSchema, place = '', facts = new Map<string, string>()): Map<string, string> {
  if (typeof schema === 'string') return facts;
  if (Array.isArray(schema)) {
    schema.forEach((branch: AvroSchema) => frozenFacts(branch, place, facts));
    return facts;
  }
  const node = schema as Definition & Readonly<Record<string, unknown>>;
  const here = node.name ? `${node.namespace ?? place}.${node.name}` : place;
  if (node.symbols) facts.set(here, `enum ${node.symbols.join(' | ')}`);
  if (node.topic) facts.set(here, JSON.stringify([node.topic, node.key, node.subject, node.identity]));
  if (!node.name) {
    const { type, logicalType = 'no logical type', precision = '', scale = '' } = node;
    if (type !== ('array' as string))
      facts.set(here, `${type} of ${String(logicalType)} ${String(precision)} ${String(scale)}`.trim());
  }
  for (const field of node.fields ?? []) fieldFacts(field, `${here}.${field.name}`, facts);
  if (node['items']) frozenFacts(node['items'] as AvroSchema, here, facts);
  return facts;
}

function fieldFacts({ type }: Field, place: string, facts: Map<string, string>): void {
  if (typeof type === 'string') facts.set(place, type);
  frozenFacts(type, place, facts);
}
