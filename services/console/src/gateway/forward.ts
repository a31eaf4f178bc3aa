import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream';
import type { Request, Response } from 'express';
import { Problem, sendProblem } from '@tributary/platform-service';
import { logger } from '@tributary/platform-telemetry';
import { refusedForwards } from '../metrics';
import type { Peer } from './peers';

/** An owner that says nothing for this long is given up. */
const SILENCE_MS = 30_000;

/** Headers that concern one connection alone; accept-encoding too, as this origin compresses by itself. */
const HOP_BY_HOP = new Set([
  'accept-encoding',
  'connection',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Hands a request to its owner and the answer back, both as streams.
 *
 * @param path  path and query at the owner
 */
export function forward(request: Request, response: Response, owner: Peer, path: string): void {
  const { hostname, port } = new URL(owner.url);
  const headers = endToEnd(request.headers);
  const upstream = httpRequest({ hostname, port, path, method: request.method, headers }, (answer) => {
    response.status(answer.statusCode ?? 502);
    for (const [name, value] of Object.entries(endToEnd(answer.headers))) response.setHeader(name, value ?? '');
    pipeline(answer, response, () => undefined);
  });
  upstream.setTimeout(SILENCE_MS, () => upstream.destroy(new OwnerSilent()));
  upstream.on('error', (error: NodeJS.ErrnoException) => {
    if (response.destroyed || response.writableEnded) return;
    refusedForwards.inc({ service: owner.name });
    logger.warn({ owner: owner.name, error }, 'Request could not be forwarded');
    if (response.headersSent) response.destroy(error);
    else sendProblem(response, problemOf(owner, error));
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

class OwnerSilent extends Error {}

function problemOf({ name }: Peer, error: NodeJS.ErrnoException): Problem {
  if (error instanceof OwnerSilent) {
    return new Problem(504, 'owner-silent', `${name} owns this path and did not answer within ${SILENCE_MS / 1000} s`);
  }
  if (error.code === 'ECONNREFUSED') {
    return new Problem(503, 'owner-down', `${name} owns this path and is not running; try again when Health shows it`);
  }
  return new Problem(
    502,
    'owner-unreachable',
    `${name} owns this path and broke off (${error.code ?? error.message}); try again`,
  );
}

function endToEnd(headers: IncomingMessage['headers']): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));
}
