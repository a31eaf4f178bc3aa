import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenFor } from './issuer/access-token';
import { PEOPLE } from './issuer/people';
import { Stack } from './stack';

jest.setTimeout(180_000);

const stateDir = mkdtempSync(join(tmpdir(), 'tributary-issuer-'));
let stack: Stack;
let issuer: string;

beforeAll(async () => {
  stack = await Stack.start({ stateDir, parts: ['issuer'], given: {}, log: () => undefined });
  issuer = stack.env.OIDC_ISSUER!;
});
afterAll(async () => {
  await stack.stop();
  rmSync(stateDir, { recursive: true });
});

function partOf(token: string, index: number): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString());
}

async function publishedKeys(): Promise<unknown[]> {
  const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: { kid: string }[] };
  return keys.map(({ kid }) => kid);
}

test('a program gets the token of the person that it acts as, good for an hour', async () => {
  for (const { subject, roles } of PEOPLE) {
    const claims = partOf(await tokenFor(issuer, subject), 1);
    expect(claims).toMatchObject({ iss: issuer, aud: 'tributary', sub: subject, roles });
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(3_600);
  }
});

test('a token stays good when the issuer is killed and returns', async () => {
  const { kid } = partOf(await tokenFor(issuer, 'operator'), 0);
  await stack.kill('issuer');
  await stack.ready('issuer');
  expect(await publishedKeys()).toEqual([kid]);
});

test('it answers for no other host name', async () => {
  const asked = request(`${issuer}/token`, { headers: { host: 'evil.example' } }).end();
  const [answer] = await once(asked, 'response');
  answer.resume();
  expect(answer.statusCode).toBe(421);
});

test('a sign-in that is over or chooses nobody says what to do', async () => {
  const choose = (body: string) => fetch(`${issuer}/sign-in/gone`, { method: 'POST', body });
  expect(await (await choose('subject=operator')).text()).toContain('go back to the console');
  expect(await (await choose('subject=mallory')).text()).toContain('Choose one of the people');
});
