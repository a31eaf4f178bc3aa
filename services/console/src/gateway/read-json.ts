/** What a peer answered, or why it did not. */
export type PeerAnswer = { readonly status: number; readonly body: unknown } | { readonly error: string };

/** Reads JSON of a peer; a fault is an answer too, as a peer that is down must not take its reader along. */
export async function readJson(url: string, timeoutMs: number): Promise<PeerAnswer> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    return { status: answer.status, body: await answer.json() };
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: { code?: string } };
    if (name === 'TimeoutError') return { error: `no answer within ${timeoutMs} ms` };
    return { error: cause?.code ?? message };
  }
}
