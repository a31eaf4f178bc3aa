import type { Response } from 'express';
import { isRetryable, type EntityManager } from '@tributary/platform-postgres';
import { logger } from '@tributary/platform-telemetry';
import { Problem } from './problem';

/** Amounts leave as decimal strings, times as ISO 8601. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? each.toString() : each));
}

export function sendJson(response: Response, status: number, body: unknown): void {
  response.status(status).type('application/json').send(toJson(body));
}

export function sendProblem(response: Response, problem: Problem): void {
  const { status, code, detail, errors } = problem;
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:tributary:problem:${code}`,
        title: titleOf(code),
        status,
        detail,
        ...(errors.length > 0 ? { errors } : {}),
      }),
    );
}

/** Answers for a throw: its words stay in the log. */
export function sendFailure(response: Response, error: unknown): void {
  if (isRetryable(error)) {
    logger.warn({ error }, 'Request met a passing fault');
    response.setHeader('retry-after', '1');
    sendProblem(
      response,
      new Problem(503, 'unavailable', 'A part that this needs is not reachable just now; try again'),
    );
  } else {
    logger.error({ error }, 'Request failed');
    sendProblem(
      response,
      new Problem(500, 'internal', 'This is our fault; the log has the reason under the trace of this request'),
    );
  }
}

/** Writes rows as they come, one JSON line each, no faster than the reader takes them. */
export async function sendLines(response: Response, rows: AsyncIterable<unknown>): Promise<void> {
  response.status(200).type('application/x-ndjson');
  for await (const row of rows) {
    if (response.destroyed) return;
    if (!response.write(`${toJson(row)}\n`)) await drained(response);
  }
  response.end();
}

/** A slow reader may hold the transaction of a stream open for this long between two rows. */
export async function allowSlowReader(tx: EntityManager): Promise<void> {
  await tx.query(`SET LOCAL idle_in_transaction_session_timeout = '10min'`);
}

function drained(response: Response): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}

function titleOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
