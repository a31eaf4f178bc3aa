import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '@tributary/platform-service';
import { readCookie } from './cookies';
import { Sessions } from './sessions';

/** Cookie of a signed-in browser. */
export const SESSION_COOKIE = 'tributary_session';

/** Header that only a page of this origin can put on a request: a foreign page's would have to be allowed first. */
const OWN_PAGE_HEADER = 'x-requested-with';
const OWN_PAGE = 'tributary';

/** Lets a browser's session stand for its access token, so that owners see bearer tokens alone. */
@Injectable()
export class Authenticate {
  constructor(private readonly sessions: Sessions) {}

  /**
   * Puts the session's access token on the request in the place of its cookie. A request that brings a token of its own
   * passes as it is; its owner checks it.
   *
   * @returns why the request goes no further
   */
  async identify(request: Request): Promise<Problem | undefined> {
    if (request.headers.authorization === undefined) {
      const token = await this.tokenOfBrowser(request);
      if (token instanceof Problem) return token;
      request.headers.authorization = `Bearer ${token}`;
    }
    delete request.headers.cookie;
    return undefined;
  }

  private async tokenOfBrowser(request: Request): Promise<string | Problem> {
    const id = readCookie(request, SESSION_COOKIE);
    if (!id) return new Problem(401, 'not-signed-in', SIGN_IN);
    const forged = refuseForeignPage(request);
    if (forged) return forged;
    const token = await this.sessions.accessToken(id);
    return token ?? new Problem(401, 'session-over', `The session is over. ${SIGN_IN}`);
  }
}

const SIGN_IN = 'Sign in at /auth/sign-in, or send "Authorization: Bearer <access token>"';

/** Refuses a change that a foreign page may have made the browser ask for. */
export function refuseForeignPage(request: Request): Problem | undefined {
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  if (!changes || request.header(OWN_PAGE_HEADER) === OWN_PAGE) return undefined;
  return new Problem(
    403,
    'own-page-only',
    `A signed-in browser changes something only under the header ${OWN_PAGE_HEADER}: ${OWN_PAGE}`,
  );
}
