import type { IncomingHttpHeaders } from 'node:http';
import { logger } from '@tributary/platform-telemetry';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { ROLES, type Caller, type Role } from './caller';
import { Problem } from './problem';

/** Signatures that an issuer's public key proves; `none` and shared secrets are not among them. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'RS384', 'PS384', 'RS512', 'PS512', 'ES512', 'EdDSA'];
/** By how much our clock and the issuer's may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;
const ISSUER_TIMEOUT_MS = 5_000;

export interface TokenCheckOptions {
  /** The `iss` of every token: an OpenID provider that publishes its keys. */
  readonly issuer: string;
  /** One of the token's `aud`. */
  readonly audience: string;
  /** Claim that lists the roles; a path with dots where it is nested, e.g. `realm_access.roles`. */
  readonly rolesClaim: string;
}

/** Finds out who sends a request: by the bearer token, a JWT whose signature the issuer's published keys prove. */
export class TokenCheck {
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(private readonly options: TokenCheckOptions) {}

  /** @returns who it is; 401 without a good token, 503 while the issuer's keys cannot be had */
  async callerOf({ authorization }: IncomingHttpHeaders): Promise<Caller | Problem> {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    const { issuer, audience, rolesClaim } = this.options;
    if (!token) {
      return new Problem(401, 'token-missing', `Sign in: send "Authorization: Bearer <access token of ${issuer}>"`);
    }
    try {
      const keys = await this.readKeys();
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp'],
      });
      const { sub = '', name } = payload;
      return { subject: sub, roles: rolesIn(payload, rolesClaim), ...(typeof name === 'string' && { name }), token };
    } catch (error) {
      return this.problemOf(error);
    }
  }

  /** The issuer's keys, which are fetched when first needed and again when a token names one that is unknown. */
  private readKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= discoverKeys(this.options.issuer).catch((error: unknown) => {
      this.keys = undefined;
      throw new IssuerUnreachable((error as Error).message, { cause: error });
    });
    return this.keys;
  }

  private problemOf(error: unknown): Problem {
    const { issuer, audience } = this.options;
    if (error instanceof errors.JWTExpired) {
      return new Problem(401, 'token-expired', `The access token has expired: get a new one from ${issuer}`);
    }
    const isTokensFault = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
    if (isTokensFault && error.code !== 'ERR_JOSE_GENERIC') {
      const detail = `The access token is refused (${error.message}): send one of ${issuer} for "${audience}"`;
      return new Problem(401, 'token-refused', detail);
    }
    logger.warn({ issuer, error }, 'The keys of the issuer cannot be read');
    return new Problem(503, 'issuer-unreachable', `${issuer} does not tell its keys just now; try again`);
  }
}

class IssuerUnreachable extends Error {}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const page = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(page, { signal: AbortSignal.timeout(ISSUER_TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`${page} answers ${answer.status}`);
  const { jwks_uri: keys } = (await answer.json()) as { jwks_uri?: string };
  if (!keys) throw new Error(`${page} names no jwks_uri`);
  return createRemoteJWKSet(new URL(keys), { timeoutDuration: ISSUER_TIMEOUT_MS });
}

/** Other systems' roles in the same claim are passed over. */
function rolesIn(payload: JWTPayload, claim: string): readonly Role[] {
  const nested = claim.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)?.[key], payload);
  const told: unknown = payload[claim] ?? nested;
  return Array.isArray(told) ? ROLES.filter((role) => told.includes(role)) : [];
}
