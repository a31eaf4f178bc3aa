import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { ANY_ROLE, Problem, sendFailure, sendProblem, TokenCheck } from '@tributary/platform-service';
import { ConsoleConfig } from '../config';
import { Authenticate } from '../sign-in/authenticate';
import { SignIn } from '../sign-in/sign-in';
import { ChangeFeed } from './change-feed';
import { forward } from './forward';
import { hostGuard } from './host-guard';
import { Interfaces } from './interfaces';
import { API_ROOT } from './openapi';
import { OWN_NAME } from './peers';
import { servePage } from './serve-page';

/** What every service serves at its own root. */
const SERVICE_PATH = /^\/(health\/(live|ready|pipeline)|metrics|openapi\.json|console\/dead-letters(\/replay)?)$/;

/**
 * The one origin that browsers see:
 *
 *   /api/openapi.json   the interfaces of all services in one document
 *   /api/v1/stream      what changes, as server-sent events
 *   /api/v1/…           the service that declares the path; this one's own routes among them
 *   /auth/…             sign-in and sign-out
 *   /…                  the page
 */
@Injectable()
export class PublicOrigin {
  /** Here and not in a hook: what is put on Express now stands before the body parsers, so bodies pass as streams. */
  constructor(
    { httpAdapter }: HttpAdapterHost,
    config: ConsoleConfig,
    private readonly interfaces: Interfaces,
    private readonly changes: ChangeFeed,
    private readonly authenticate: Authenticate,
    private readonly tokens: TokenCheck,
    signIn: SignIn,
  ) {
    const page = servePage(config.PAGE_DIR);
    httpAdapter.use(hostGuard(config.ALLOWED_HOSTS));
    httpAdapter.use(nameRequest);
    httpAdapter.use(securityHeaders());
    httpAdapter.use(
      compression({ filter: (request, response) => !isStream(response) && compression.filter(request, response) }),
    );
    httpAdapter.use((request: Request, response: Response, next: NextFunction) => {
      if (SERVICE_PATH.test(request.path)) return next();
      const failed = (error: unknown): void => sendFailure(response, error);
      if (request.path.startsWith('/auth/')) void signIn.serve(request, response).catch(failed);
      else if (request.path.startsWith('/api/')) void this.serveApi(request, response, next).catch(failed);
      else page(request, response, next);
    });
  }

  private async serveApi(request: Request, response: Response, next: NextFunction): Promise<void> {
    if (request.path === '/api/openapi.json') {
      response.json(await this.interfaces.merged());
      return;
    }
    const refusal = await this.authenticate.identify(request);
    if (refusal) return sendProblem(response, refusal);
    if (request.path === `${API_ROOT}/stream` && request.method === 'GET') return this.follow(request, response);
    if (!request.path.startsWith(`${API_ROOT}/`)) return refuseUnknown(request, response, []);

    const owner = await this.interfaces.ownerOf(request.method, request.path.slice(API_ROOT.length));
    if ('unheard' in owner) return refuseUnknown(request, response, owner.unheard);
    const rest = request.originalUrl.slice(API_ROOT.length);
    if (owner.name !== OWN_NAME) return forward(request, response, owner, rest);
    request.url = rest;
    next();
  }

  /** The one path of the API that no route of a service stands behind, and so none checks. */
  private async follow(request: Request, response: Response): Promise<void> {
    const caller = await this.tokens.callerOf(request.headers);
    if (caller instanceof Problem) return sendProblem(response, caller);
    if (caller.roles.length > 0) return this.changes.open(request, response);
    const detail = `Changes are for ${ANY_ROLE.join(' or ')}; ${caller.subject} has no role here`;
    sendProblem(response, new Problem(403, 'role-missing', detail));
  }
}

function refuseUnknown({ method, path }: Request, response: Response, unheard: readonly string[]): void {
  sendProblem(
    response,
    unheard.length === 0
      ? new Problem(404, 'no-such-route', `There is no ${method} ${path}; /api/openapi.json lists what is`)
      : new Problem(
          503,
          'owner-unknown',
          `No service that runs owns ${method} ${path}; not heard yet: ${unheard.join(', ')}`,
        ),
  );
}

/** Gives a request an id that its logs at every service share, and tells it back. */
function nameRequest(request: Request, response: Response, next: NextFunction): void {
  const given = request.header('x-request-id');
  const id = given && /^[\w.-]{1,128}$/.test(given) ? given : randomUUID();
  request.headers['x-request-id'] = id;
  response.setHeader('x-request-id', id);
  next();
}

function securityHeaders() {
  const self = ["'self'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: self,
        scriptSrc: self,
        styleSrc: self,
        imgSrc: [...self, 'data:'],
        connectSrc: self,
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
}

function isStream(response: { getHeader(name: string): unknown }): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}
