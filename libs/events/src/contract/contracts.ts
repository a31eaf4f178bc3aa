import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A named Avro definition as it stands in one `.avsc` file. */
export interface Definition {
  readonly type: 'record' | 'enum';
  readonly name: string;
  readonly namespace: string;
  readonly doc: string;
  readonly topic?: string;
  readonly key?: string;
  readonly subject?: string;
  readonly identity?: readonly string[];
  readonly fields?: readonly Field[];
  readonly symbols?: readonly string[];
}

export interface Field {
  readonly name: string;
  readonly type: AvroSchema;
  readonly doc: string;
  readonly default?: unknown;
}

export type AvroSchema = string | readonly AvroSchema[] | { readonly [attribute: string]: unknown };

/** An event's contract with every shared type put in its place: what is hashed, registered and written. */
export interface EventContract {
  readonly definition: Definition;
  readonly fullSchema: AvroSchema;
  readonly sha256: string;
}

/** Reads every contract below `protoFolder`; events are the records that name a topic. */
export function readContracts(protoFolder: string): { types: Definition[]; events: EventContract[] } {
  const definitions = readdirSync(protoFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.avsc'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(protoFolder, file), 'utf8')) as Definition);
  const byName = new Map(definitions.map((definition) => [`${definition.namespace}.${definition.name}`, definition]));
  return {
    types: definitions.filter((definition) => !definition.topic),
    events: definitions
      .filter((definition) => definition.topic)
      .map((definition) => {
        const fullSchema = expand(definition as unknown as AvroSchema, byName, new Set());
        return {
          definition,
          fullSchema,
          sha256: createHash('sha256').update(JSON.stringify(fullSchema)).digest('hex'),
        };
      }),
  };
}

/** Puts a shared type's definition where its name stands first; Avro lets the name stand for it from then on. */
function expand(schema: AvroSchema, byName: Map<string, Definition>, seen: Set<string>): AvroSchema {
  if (typeof schema === 'string') {
    const definition = byName.get(schema);
    if (!definition || seen.has(schema)) return schema;
    seen.add(schema);
    return expand(definition as unknown as AvroSchema, byName, seen);
  }
  if (Array.isArray(schema)) return schema.map((branch: AvroSchema) => expand(branch, byName, seen));
  const node = { ...(schema as Record<string, unknown>) };
  if (Array.isArray(node['fields'])) {
    node['fields'] = (node['fields'] as Field[]).map((field) => ({ ...field, type: expand(field.type, byName, seen) }));
  }
  if (node['type'] === 'array') node['items'] = expand(node['items'] as AvroSchema, byName, seen);
  return node;
}
