/** What a peer answered, or why it did not. */
export type PeerAnswer = { readonly status: number; readonly body: unknown } | { readonly error: string };

/**
 * Reads JSON of a peer; a fault is an answer too, as a peer that is down must not take its reader along.
 *
 * @param token  of the caller in whose name the peer is asked
 */
export async function readJson(url: string, timeoutMs: number, token?: string): Promise<PeerAnswer> {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  try {
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs) });
    return { status: answer.status, body: await answer.json() };
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: { code?: string } };
    if (name === 'TimeoutError') return { error: `no answer within ${timeoutMs} ms` };
    return { error: cause?.code ?? message };
  }
}
