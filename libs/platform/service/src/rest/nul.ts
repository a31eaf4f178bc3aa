/** Paths of the texts, and of the names, in a JSON value that hold a NUL: PostgreSQL cannot store one. */
export function fieldsWithNul(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value.includes('\u0000') ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const field = path ? `${path}.${name.replaceAll('\u0000', '\\0')}` : name;
    return name.includes('\u0000') ? [field] : fieldsWithNul(each, field);
  });
}
