import { z } from 'zod';
import { NodeError, NodeRefusal } from './node-error';

const Answer = z.object({
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string() }).optional(),
});

/** One JSON-RPC endpoint over HTTP. */
export class JsonRpc {
  /** @param timeoutMs  an answer later than this counts as none */
  constructor(
    private readonly url: string,
    private readonly timeoutMs: number,
  ) {}

  /**
   * Calls a method and checks its result.
   *
   * @throws {NodeError} unreachable, refused (a NodeRefusal) or malformed
   */
  async call<S extends z.ZodType>(method: string, params: readonly unknown[], result: S): Promise<z.output<S>> {
    const answer = Answer.safeParse(await this.post(method, params));
    if (!answer.success) throw malformed(method, answer.error);
    const { error } = answer.data;
    if (error) throw new NodeRefusal(method, error.code, error.message);
    const checked = result.safeParse(answer.data.result);
    if (!checked.success) throw malformed(method, checked.error);
    return checked.data;
  }

  private async post(method: string, params: readonly unknown[]): Promise<unknown> {
    let body: string;
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      body = await response.text();
      if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    } catch (cause) {
      throw new NodeError('unreachable', `${method}: the node does not answer: ${reasonOf(cause)}`, { cause });
    }
    try {
      return JSON.parse(body);
    } catch (cause) {
      throw new NodeError('malformed', `${method}: the node's answer is no JSON: ${body.slice(0, 80)}`, { cause });
    }
  }
}

/** `fetch` says "fetch failed" and hides the reason in its cause. */
function reasonOf(fault: unknown): string {
  const { message, cause } = fault as { message: string; cause?: { message?: string; code?: string } };
  return cause?.message || cause?.code || message;
}

function malformed(method: string, error: z.ZodError): NodeError {
  const [issue] = error.issues;
  const where = issue?.path.join('.') || 'result';
  return new NodeError('malformed', `${method}: the node's answer has another form: ${where}: ${issue?.message}`);
}
