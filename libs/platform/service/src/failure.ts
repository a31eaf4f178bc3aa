const LONGEST_ERROR = 2_000;

/** A failure's stable code and its words, short enough for a header and free of what PostgreSQL cannot store. */
export function failureOf(error: unknown): { code: string; error: string } {
  if (!(error instanceof Error)) return { code: 'error', error: wordsOf(String(error)) };
  const { code } = error as Error & { code?: unknown };
  return { code: typeof code === 'string' ? code : error.name, error: wordsOf(error.message) };
}

function wordsOf(message: string): string {
  return message.slice(0, LONGEST_ERROR).replaceAll('\u0000', '\\0');
}
