import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { PEOPLE, tokenFor } from '@tributary/stack';

interface Operation {
  readonly 'x-roles'?: readonly string[];
  readonly security?: readonly object[];
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Who tries a route: a token, or none, and the roles that it truly carries. */
interface Visitor {
  readonly who: string;
  readonly token: string | undefined;
  readonly roles: readonly string[];
}

/** What a walk over a document's routes found. */
export interface RouteAccess {
  readonly routes: number;
  /** Each route that admitted somebody it should not, or turned away somebody it should not. */
  readonly faults: readonly string[];
}

/**
 * Tries every route of an OpenAPI document as everybody: without a token, with forged ones, and in each role.
 *
 * @param root  of the paths in the document
 */
export async function walkRoutes(documentUrl: string, root: string, issuer: string): Promise<RouteAccess> {
  const { paths } = (await (await fetch(documentUrl)).json()) as OpenApi;
  const visitors = await allVisitors(issuer);
  const faults: string[] = [];
  let routes = 0;
  for (const [path, operations] of Object.entries(paths)) {
    for (const [verb, operation] of Object.entries(operations)) {
      const method = verb.toUpperCase();
      const route = `${method} ${path}`;
      routes += 1;
      if (!operation['x-roles']?.length || !operation.security?.length) faults.push(`${route} names no roles`);
      for (const visitor of visitors) {
        const status = await statusFor(visitor, method, root + path.replaceAll(/\{\w+\}/g, 'x'));
        const expected = expectedOf(visitor, operation);
        const got = status === 401 || status === 403 || status >= 500 ? status : 'in';
        if (got !== expected) faults.push(`${route} for ${visitor.who}: ${got}, not ${expected}`);
      }
    }
  }
  return { routes, faults };
}

function expectedOf({ token, roles }: Visitor, operation: Operation): 'in' | 401 | 403 {
  if (!token || roles.length === 0) return 401;
  return operation['x-roles']?.some((role) => roles.includes(role)) ? 'in' : 403;
}

async function statusFor({ token }: Visitor, method: string, url: string): Promise<number> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(method !== 'GET' && { body: '{}' }),
  });
  await answer.body?.cancel();
  return answer.status;
}

async function allVisitors(issuer: string): Promise<Visitor[]> {
  const people = PEOPLE.map(async ({ subject, roles }) => ({
    who: subject,
    token: await tokenFor(issuer, subject),
    roles,
  }));
  const claims = {
    ...{ iss: issuer, aud: 'tributary', sub: 'operator', roles: ['operator', 'approver'] },
    exp: Math.floor(Date.now() / 1000) + 3_600,
  };
  return [
    { who: 'nobody', token: undefined, roles: [] },
    { who: 'an unsigned token', token: `${encoded({ alg: 'none', typ: 'at+jwt' })}.${encoded(claims)}.`, roles: [] },
    { who: "a stranger's token", token: strangersToken(claims), roles: [] },
    ...(await Promise.all(people)),
  ];
}

/** Signed well, but by a key that the issuer does not publish. */
function strangersToken(claims: object): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const unsigned = `${encoded({ alg: 'RS256', typ: 'at+jwt', kid: randomUUID() })}.${encoded(claims)}`;
  return `${unsigned}.${sign('sha256', Buffer.from(unsigned), privateKey).toString('base64url')}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
