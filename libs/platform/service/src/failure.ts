/** A failure's stable code and its words. */
export function failureOf(error: unknown): { code: string; error: string } {
  if (!(error instanceof Error)) return { code: 'error', error: String(error) };
  const { code } = error as Error & { code?: unknown };
  return { code: typeof code === 'string' ? code : error.name, error: error.message };
}
