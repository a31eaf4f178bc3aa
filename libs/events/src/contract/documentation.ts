import type { AvroSchema, Definition, Field } from './contracts';

/** A number's `doc` says what it counts; add the word of a new unit here. */
const UNIT =
  /base units|blocks?\b|block number|height|counted|decimal places|how often|nonce|\b(gwei|epochs?|seconds|milliseconds)\b/i;

/** What is undocumented, one line a fault: each definition and field has a `doc`, and each number's names its unit. */
export function documentationFaults(definitions: readonly Definition[]): string[] {
  return definitions.flatMap((definition) => faultsOf(definition as unknown as AvroSchema));
}

function faultsOf(schema: AvroSchema): string[] {
  if (typeof schema === 'string') return [];
  if (Array.isArray(schema)) return schema.flatMap((branch: AvroSchema) => faultsOf(branch));
  const node = schema as unknown as Definition & { readonly items?: AvroSchema };
  return [
    ...(node.name && !node.doc ? [`${node.name} has no doc: say what it means`] : []),
    ...(node.fields ?? []).flatMap((field) => [...fieldFaults(node.name, field), ...faultsOf(field.type)]),
    ...(node.items ? faultsOf(node.items) : []),
  ];
}

function fieldFaults(record: string, { name, doc, type }: Field): string[] {
  const place = `${record}.${name}`;
  if (!doc) return [`${place} has no doc: say what it means and in which unit`];
  const expected = unitOf(type);
  if (!expected || expected.test(doc)) return [];
  return [`${place}: its doc names no unit (${expected.source}): "${doc}"`];
}

/** What the doc of such a field must contain; undefined where the type has no unit. */
function unitOf(type: AvroSchema): RegExp | undefined {
  if (Array.isArray(type)) return type.map((branch: AvroSchema) => unitOf(branch)).find((unit) => unit !== undefined);
  if (type === 'int' || type === 'long' || type === 'float' || type === 'double') return UNIT;
  if (typeof type === 'string') return undefined;
  const { logicalType } = type as { readonly logicalType?: string };
  if (logicalType === 'decimal') return /base units/i;
  return logicalType === 'timestamp-millis' ? /UTC/ : undefined;
}
