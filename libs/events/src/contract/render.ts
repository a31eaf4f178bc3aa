import type { AvroSchema, Definition, EventContract, Field } from './contracts';
import { subjectOf, type RegistryLock } from './lock';

/** Writes the TypeScript of all contracts: a type and a codec for each event, a type for each shared definition. */
export function renderEvents(
  { types, events }: { types: readonly Definition[]; events: readonly EventContract[] },
  lock: RegistryLock,
): string {
  const named = new Map<string, Definition>();
  for (const definition of [...types, ...events.map((event) => event.definition)]) collect(definition, named);
  return [
    '// Generated from proto/ by `npm run generate -w libs/events`. Change the contract, not this file.',
    "import { defineEvent } from '../define-event';",
    '',
    ...[...named.values()].map(renderType),
    ...events.map((event) => renderEvent(event, lock)),
    '/** Every event there is, by its full name (`ce_type`). */',
    `export const EVENTS = { ${events.map((event) => `'${event.definition.namespace}.${event.definition.name}': ${event.definition.name}`).join(', ')} } as const;`,
    '',
    '/** Every topic that carries events. */',
    `export const TOPICS = [${[...new Set(events.map((event) => `'${event.definition.topic}'`))].join(', ')}] as const;`,
    '',
  ].join('\n');
}

function collect(schema: AvroSchema | Definition, into: Map<string, Definition>): void {
  if (typeof schema === 'string') return;
  if (Array.isArray(schema)) return schema.forEach((branch: AvroSchema) => collect(branch, into));
  const node = schema as Definition & { items?: AvroSchema };
  if (node.name && (node.type === 'record' || node.type === 'enum')) into.set(node.name, node);
  for (const field of node.fields ?? []) collect(field.type, into);
  if (node.items) collect(node.items, into);
}

function renderType(definition: Definition): string {
  if (definition.type === 'enum') {
    const symbols = definition.symbols ?? [];
    return [
      `/** ${definition.doc} */`,
      `export type ${definition.name} = ${symbols.map((symbol) => `'${symbol}'`).join(' | ')};`,
      '',
    ].join('\n');
  }
  return [
    `/** ${definition.doc} */`,
    `export interface ${definition.name} {`,
    ...(definition.fields ?? []).flatMap((field: Field) => [
      `  /** ${field.doc} */`,
      `  readonly ${field.name}: ${renderTypeOf(field.type)};`,
    ]),
    '}',
    '',
  ].join('\n');
}

const PRIMITIVES: Readonly<Record<string, string>> = {
  null: 'null',
  boolean: 'boolean',
  int: 'number',
  long: 'number',
  float: 'number',
  double: 'number',
  bytes: 'Buffer',
  string: 'string',
};

function renderTypeOf(schema: AvroSchema): string {
  if (typeof schema === 'string') return PRIMITIVES[schema] ?? schema.slice(schema.lastIndexOf('.') + 1);
  if (Array.isArray(schema)) return schema.map(renderTypeOf).join(' | ');
  const node = schema as { type: string; logicalType?: string; name?: string; items?: AvroSchema };
  if (node.logicalType === 'decimal') return 'bigint';
  if (node.logicalType === 'timestamp-millis') return 'Date';
  if (node.type === 'array') return `readonly ${renderTypeOf(node.items as AvroSchema)}[]`;
  return node.name ?? renderTypeOf(node.type);
}

function renderEvent(event: EventContract, lock: RegistryLock): string {
  const { name, namespace, topic, key, subject, identity, doc } = event.definition;
  const versions = (lock[subjectOf(event)] ?? []).map(({ id, schema }) => ({ id, schema }));
  const contract = { name, namespace, topic, key, subject, identity, versions };
  return [
    `/** ${doc} */`,
    `export const ${name} = defineEvent<'${name}', ${name}>(${JSON.stringify(contract)});`,
    '',
  ].join('\n');
}
