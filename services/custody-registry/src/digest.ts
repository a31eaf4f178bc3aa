import { createHash } from 'node:crypto';

/**
 * The digest that a checker approves: hex SHA-256 of `{"items":…,"kind":…,"maker":…}` in canonical JSON (RFC 8785),
 * so that anybody can compute it from what the API shows.
 *
 * @param items  plain JSON, its numbers whole and exact
 */
export function digestOf({ kind, items, maker }: { kind: string; items: readonly object[]; maker: string }): string {
  return createHash('sha256').update(canonicalJson({ items, kind, maker })).digest('hex');
}

/** No white space, the names of each object in order of their UTF-16 code units. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
}
