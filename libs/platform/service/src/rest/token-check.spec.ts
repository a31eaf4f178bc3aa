import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { TokenCheck } from './token-check';

const HOUR_SECONDS = 3_600;
const now = Math.floor(Date.now() / 1000);
const GOOD = { sub: 'ann', aud: 'tributary', exp: now + HOUR_SECONDS, roles: ['operator', 'other-systems-role'] };

interface Issuer {
  readonly url: string;
  readonly key: CryptoKey;
  readonly server: Server;
}

/** An issuer that publishes its keys over HTTP, as any OpenID provider does. */
async function startIssuer(): Promise<Issuer> {
  const { privateKey: key, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    const page = request.url === '/keys' ? { keys: [jwk] } : { issuer: url, jwks_uri: `${url}/keys` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(page));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, key, server };
}

let issuer: Issuer;
let stranger: Issuer;

beforeAll(async () => {
  issuer = await startIssuer();
  stranger = await startIssuer();
});
afterAll(() => [issuer, stranger].forEach(({ server }) => server.close()));

const checkOf = (url: string, rolesClaim = 'roles') =>
  new TokenCheck({ issuer: url, audience: 'tributary', rolesClaim });

function token(payload: JWTPayload, { key, url }: Issuer = issuer): Promise<string> {
  return new SignJWT({ iss: url, ...payload }).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).sign(key);
}

async function callerOf(given: string, check = checkOf(issuer.url)) {
  return check.callerOf({ authorization: `Bearer ${given}` });
}

it('a good token tells who calls and in which of our roles', async () => {
  const given = await token({ ...GOOD, name: 'Ann' });
  expect(await callerOf(given)).toEqual({ subject: 'ann', roles: ['operator'], name: 'Ann', token: given });
});

it('roles are found where the provider puts them, and a token without them has none', async () => {
  const nested = await token({ ...GOOD, roles: undefined, realm_access: { roles: ['auditor'] } });
  const named = await token({ ...GOOD, roles: undefined, 'https://a.example/roles': ['finance'] });
  expect(await callerOf(nested, checkOf(issuer.url, 'realm_access.roles'))).toMatchObject({ roles: ['auditor'] });
  expect(await callerOf(named, checkOf(issuer.url, 'https://a.example/roles'))).toMatchObject({ roles: ['finance'] });
  expect(await callerOf(nested)).toMatchObject({ roles: [] });
});

it.each([
  ['expired', 'token-expired', () => token({ ...GOOD, exp: now - 60 })],
  ['without an end', 'token-refused', () => token({ ...GOOD, exp: undefined })],
  ['without a subject', 'token-refused', () => token({ ...GOOD, sub: undefined })],
  ['not valid yet', 'token-refused', () => token({ ...GOOD, nbf: now + 60 })],
  ['meant for another', 'token-refused', () => token({ ...GOOD, aud: 'console' })],
  ['of another issuer', 'token-refused', () => token(GOOD, stranger)],
  ['of another issuer in the name of ours', 'token-refused', () => token({ ...GOOD, iss: issuer.url }, stranger)],
  ['unsigned', 'token-refused', () => new UnsecuredJWT({ iss: issuer.url, ...GOOD }).encode()],
  ['signed with the public key as a shared secret', 'token-refused', signedByPublicKey],
  ['changed after it was signed', 'token-refused', changed],
  ['no token at all', 'token-refused', () => 'abc'],
])('a token that is %s is refused', async (_, code, made: () => string | Promise<string>) => {
  expect(await callerOf(await made())).toMatchObject({ status: 401, code });
});

async function signedByPublicKey(): Promise<string> {
  const keys = await (await fetch(`${issuer.url}/keys`)).text();
  return new SignJWT({ iss: issuer.url, ...GOOD })
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .sign(new TextEncoder().encode(keys));
}

async function changed(): Promise<string> {
  const [header, , signature] = (await token(GOOD)).split('.');
  const claims = { iss: issuer.url, ...GOOD, roles: ['approver'] };
  return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
}

it.each([undefined, 'Basic YTpi', 'Bearer ', 'Bearer a b'])(
  'a request with "%s" must sign in',
  async (authorization) => {
    expect(await checkOf(issuer.url).callerOf({ authorization })).toMatchObject({ status: 401, code: 'token-missing' });
  },
);

it('while the issuer is away nobody gets in, and everybody once it is back', async () => {
  const given = await token(GOOD);
  const check = checkOf('http://127.0.0.1:1');
  expect(await callerOf(given, check)).toMatchObject({ status: 503, code: 'issuer-unreachable' });
  const later = await startIssuer();
  const { port } = new URL(later.url);
  later.server.close();
  await once(later.server, 'close');
  const patient = checkOf(later.url);
  const theirs = await token(GOOD, later);
  expect(await callerOf(theirs, patient)).toMatchObject({ status: 503 });
  later.server.listen(Number(port), '127.0.0.1');
  await once(later.server, 'listening');
  expect(await callerOf(theirs, patient)).toMatchObject({ subject: 'ann' });
  later.server.close();
});
