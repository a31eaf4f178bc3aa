import type { NextFunction, Request, Response } from 'express';
import { Problem, sendProblem } from '@tributary/platform-service';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Refuses requests that a browser was led to: those for another host name (a foreign page whose name was bound to this
 * address), and changes that a page of another origin asks for.
 */
export function hostGuard(allowedHosts: readonly string[]) {
  const known = new Set([...LOOPBACK, ...allowedHosts]);
  return (request: Request, response: Response, next: NextFunction): void => {
    const host = request.headers.host?.toLowerCase() ?? '';
    if (!known.has(host.replace(/:\d+$/, ''))) {
      const detail = `This origin does not answer for host "${host}"; ALLOWED_HOSTS lists those it does beside loopback`;
      return sendProblem(response, new Problem(421, 'host-refused', detail));
    }
    const origin = request.headers.origin?.toLowerCase();
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && origin !== undefined && origin.replace(/^https?:\/\//, '') !== host) {
      return sendProblem(
        response,
        new Problem(403, 'origin-refused', `A page of ${origin} may not change anything here`),
      );
    }
    next();
  };
}
