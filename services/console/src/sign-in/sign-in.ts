import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Problem, sendJson, sendProblem, TokenCheck } from '@tributary/platform-service';
import { logger } from '@tributary/platform-telemetry';
import { ConsoleConfig } from '../config';
import { refuseForeignPage, SESSION_COOKIE } from './authenticate';
import { clearCookie, readCookie, setCookie } from './cookies';
import { Provider, type Attempt } from './provider';
import { Sessions } from './sessions';

const ATTEMPT_COOKIE = 'tributary_sign_in';
const ATTEMPT_SECONDS = 600;
const ROOT = '/auth';

/**
 * Signs browsers in and out:
 *
 *   GET  /auth/sign-in?return=/path   to the provider, and in the end back to the path
 *   GET  /auth/callback               where the provider sends the browser back to
 *   POST /auth/sign-out               {location}: where the page goes next
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly provider: Provider,
    private readonly sessions: Sessions,
    private readonly tokens: TokenCheck,
    private readonly config: ConsoleConfig,
  ) {}

  /** Answers what is below /auth. */
  async serve(request: Request, response: Response): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    switch (`${request.method} ${request.path}`) {
      case `GET ${ROOT}/sign-in`:
        return this.begin(request, response);
      case `GET ${ROOT}/callback`:
        return this.complete(request, response);
      case `POST ${ROOT}/sign-out`:
        return this.end(request, response);
      default:
        return sendProblem(
          response,
          new Problem(404, 'no-such-route', `There is no ${request.method} ${request.path}`),
        );
    }
  }

  private async begin(request: Request, response: Response): Promise<void> {
    const origin = this.originOf(request);
    const wanted = new URL(request.originalUrl, origin);
    // The cookies must be those of the name under which the provider sends the browser back.
    if (request.headers.host !== wanted.host) return response.redirect(303, wanted.href);
    const returnTo = ownPath(wanted.searchParams.get('return'), origin);
    try {
      const { url, attempt } = await this.provider.begin(returnTo, `${origin}${ROOT}/callback`);
      const value = Buffer.from(JSON.stringify(attempt)).toString('base64url');
      setCookie(response, ATTEMPT_COOKIE, value, { path: ROOT, origin, maxAgeSeconds: ATTEMPT_SECONDS });
      response.redirect(303, url.href);
    } catch (error) {
      logger.warn({ error }, 'The OpenID provider cannot be asked');
      sendProblem(response, new Problem(503, 'issuer-unreachable', 'The sign-in does not answer just now; try again'));
    }
  }

  private async complete(request: Request, response: Response): Promise<void> {
    const origin = this.originOf(request);
    const attempt = attemptOf(readCookie(request, ATTEMPT_COOKIE));
    if (!attempt) return sendProblem(response, new Problem(400, 'sign-in-unknown', BEGIN_AGAIN));
    clearCookie(response, ATTEMPT_COOKIE, { path: ROOT, origin });
    let tokens;
    try {
      tokens = await this.provider.complete(new URL(request.originalUrl, origin), attempt);
    } catch (error) {
      logger.warn({ error }, 'A sign-in failed');
      const { message } = error as Error;
      return sendProblem(
        response,
        new Problem(401, 'sign-in-failed', `The sign-in failed (${message}). ${BEGIN_AGAIN}`),
      );
    }
    const caller = await this.tokens.callerOf({ authorization: `Bearer ${tokens.accessToken}` });
    if (caller instanceof Problem) return sendProblem(response, caller);
    const before = readCookie(request, SESSION_COOKIE);
    if (before) await this.sessions.end(before);
    const id = await this.sessions.open(caller.subject, tokens);
    setCookie(response, SESSION_COOKIE, id, { path: '/', origin, maxAgeSeconds: this.config.SESSION_HOURS * 3_600 });
    response.redirect(303, attempt.returnTo);
  }

  private async end(request: Request, response: Response): Promise<void> {
    const forged = refuseForeignPage(request);
    if (forged) return sendProblem(response, forged);
    const origin = this.originOf(request);
    const id = readCookie(request, SESSION_COOKIE);
    const idToken = id ? await this.sessions.end(id) : undefined;
    clearCookie(response, SESSION_COOKIE, { path: '/', origin });
    const atProvider =
      idToken === undefined ? undefined : await this.provider.signOutUrl(idToken, `${origin}/`).catch(() => undefined);
    sendJson(response, 200, { location: atProvider ?? '/' });
  }

  /** Origin under which browsers know us: the configured one, or the name that this one used, which hostGuard knows. */
  private originOf(request: Request): string {
    return this.config.PUBLIC_URL ?? `http://${request.headers.host}`;
  }
}

const BEGIN_AGAIN = 'Begin again: open the console and sign in';

function attemptOf(cookie: string | undefined): Attempt | undefined {
  try {
    return JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString()) as Attempt;
  } catch {
    return undefined;
  }
}

/** A path of this origin, whatever was asked for: nobody is sent elsewhere by a link to our sign-in. */
function ownPath(asked: string | null, origin: string): string {
  if (!asked || !URL.canParse(asked, origin)) return '/';
  const url = new URL(asked, origin);
  return url.origin === origin ? url.pathname + url.search + url.hash : '/';
}
