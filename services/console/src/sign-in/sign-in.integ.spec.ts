import { randomBytes } from 'node:crypto';
import { DataSource, startService, type RunningService } from '@tributary/platform-service';
import { CONSOLE_CLIENT, type PersonName } from '@tributary/stack';
import { bearer, serviceEnv, testNamespace } from '@tributary/testing';
import { ConsoleModule } from '../service';

const NOBODY = 'http://127.0.0.1:9';
const OWN_PAGE = { 'x-requested-with': 'tributary' };

let service: RunningService;
const sql = <R>(query: string): Promise<R[]> => service.get(DataSource).query(query);

beforeAll(async () => {
  const peers = [
    'CUSTODY_REGISTRY_URL',
    'DEPOSIT_WATCHER_URL',
    'SWEEP_PLANNER_URL',
    'LEDGER_WRITER_URL',
    'FLOW_GRAPH_URL',
    'SWEEP_PLANNER_URL',
  ];
  const urls = Object.fromEntries(peers.map((name) => [name, NOBODY]));
  service = await startService(ConsoleModule, {
    env: serviceEnv(testNamespace(), { ...urls, ...CONSOLE_CLIENT }),
  });
}, 60_000);
afterAll(() => service?.stop());

/** What of a browser matters here: it keeps cookies by path and follows redirects. */
class TestBrowser {
  readonly cookies = new Map<string, string>();

  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), cookie };
    const answer = await fetch(new URL(url, service.url), { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return answer;
  }

  /** Leaves for the issuer, chooses somebody there and comes back as far as the callback. @returns the callback's URL */
  async choose(who: PersonName, returnTo = '/'): Promise<string> {
    const leave = await this.request(`/auth/sign-in?return=${encodeURIComponent(returnTo)}`);
    const atIssuer = locationOf(leave);
    const asking = locationOf(await this.request(atIssuer), atIssuer);
    const chosen = await this.request(asking, { method: 'POST', body: new URLSearchParams({ subject: who }) });
    return locationOf(await this.request(locationOf(chosen, atIssuer)), atIssuer);
  }

  async signIn(who: PersonName, returnTo = '/'): Promise<Response> {
    return this.request(await this.choose(who, returnTo));
  }

  async me(): Promise<{ status: number; body: unknown }> {
    const answer = await this.request('/api/v1/me');
    return { status: answer.status, body: await answer.json() };
  }
}

function locationOf(answer: Response, base = service.url): string {
  return new URL(answer.headers.get('location') ?? '', base).href;
}

async function signedIn(who: PersonName = 'operator'): Promise<TestBrowser> {
  const browser = new TestBrowser();
  await browser.signIn(who);
  return browser;
}

it('a browser signs in, returns to where it was, is known, and is nobody again after it signs out', async () => {
  const browser = new TestBrowser();
  expect(await browser.me()).toMatchObject({
    status: 401,
    body: { type: 'urn:tributary:problem:not-signed-in', detail: expect.stringContaining('/auth/sign-in') },
  });
  const back = await browser.signIn('approver-2', '/approvals?state=open#first');
  expect([back.status, back.headers.get('location')]).toEqual([303, '/approvals?state=open#first']);
  expect(await browser.me()).toEqual({
    status: 200,
    body: { subject: 'approver-2', name: 'Bea, approver', roles: ['approver'] },
  });
  const { tributary_session: id } = Object.fromEntries(browser.cookies);
  const out = await browser.request('/auth/sign-out', { method: 'POST', headers: OWN_PAGE });
  expect([out.status, await out.json()]).toEqual([200, { location: '/' }]);
  browser.cookies.set('tributary_session', String(id));
  expect(await browser.me()).toMatchObject({ status: 401, body: { type: 'urn:tributary:problem:session-over' } });
});

it('one browser signs in as one person after another', async () => {
  const browser = await signedIn('operator');
  await browser.signIn('auditor');
  expect(await browser.me()).toMatchObject({ body: { subject: 'auditor', roles: ['auditor'] } });
});

it('the session is a cookie that scripts and foreign forms cannot use; tokens and ids stay out of reach', async () => {
  const browser = new TestBrowser();
  const cookies = (await browser.signIn('operator')).headers.getSetCookie();
  expect(cookies.find((line) => line.startsWith('tributary_session='))).toMatch(
    /^tributary_session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/,
  );
  const rows = JSON.stringify(await sql(`SELECT *, encode(id_hash, 'escape') FROM session`));
  expect(rows).not.toContain(browser.cookies.get('tributary_session'));
  const [row] = await sql<{ access_token: string }>('SELECT access_token FROM session');
  expect(cookies.join()).not.toContain(row?.access_token);
});

it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'a sign-in never ends at %s',
  async (elsewhere) => {
    const back = await new TestBrowser().signIn('auditor', elsewhere);
    expect(locationOf(back).startsWith(`${service.url}/`)).toBe(true);
  },
);

it('a callback counts only in the browser that left, once, and for the sign-in it left for', async () => {
  const [mine, theirs] = [new TestBrowser(), new TestBrowser()];
  const callback = await theirs.choose('operator');
  expect((await mine.request(callback)).status).toBe(400);
  await mine.request('/auth/sign-in');
  expect((await mine.request(callback)).status).toBe(401);
  expect(mine.cookies.has('tributary_session')).toBe(false);
  expect((await theirs.request(callback)).status).toBe(303);
  expect((await theirs.request(callback)).status).toBe(400);
});

it('a change by cookie needs the header that only a page of ours can send; a token needs none', async () => {
  const browser = await signedIn('operator');
  const replay = (headers: Record<string, string>) =>
    browser.request('/api/v1/console/dead-letters/replay', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ subject: 'nothing' }),
    });
  const forged = await replay({});
  expect([forged.status, await forged.json()]).toMatchObject([403, { type: 'urn:tributary:problem:own-page-only' }]);
  expect((await replay(OWN_PAGE)).status).toBe(404);
  expect((await replay(await bearer('operator'))).status).toBe(404);
  expect((await browser.request('/auth/sign-out', { method: 'POST' })).status).toBe(403);
});

it('an access token that ends is renewed once for all requests under way', async () => {
  const browser = await signedIn();
  const tokenNow = async () => (await sql<{ access_token: string }>('SELECT access_token FROM session'))[0];
  await sql('DELETE FROM session');
  await browser.signIn('operator');
  const before = await tokenNow();
  await sql('UPDATE session SET access_until = now()');
  const answers = await Promise.all(Array.from({ length: 10 }, () => browser.me()));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(await tokenNow()).not.toEqual(before);
});

it.each([
  ['the provider renews nothing more', `UPDATE session SET access_until = now(), refresh_token = 'gone'`],
  ['the provider gave nothing to renew by', 'UPDATE session SET access_until = now(), refresh_token = NULL'],
  ['it has lasted its hours', `UPDATE session SET until = now() - interval '1 s'`],
])('a session is over when %s', async (_, how) => {
  const browser = await signedIn();
  await sql(how);
  expect(await browser.me()).toMatchObject({ status: 401, body: { type: 'urn:tributary:problem:session-over' } });
});

it('without a session the page and the interface can be read, and nothing of the API', async () => {
  const status = async (path: string, headers = {}) => (await fetch(service.url + path, { headers })).status;
  expect(await status('/api/openapi.json')).toBe(200);
  expect(await status('/health/ready')).toBe(200);
  for (const path of ['/deposits', '/stream', '/me', '/health', '/nowhere']) {
    expect([path, await status(`/api/v1${path}`)]).toEqual([path, 401]);
  }
  const madeUp = { cookie: `tributary_session=${randomBytes(32).toString('base64url')}` };
  expect(await status('/api/v1/stream', madeUp)).toBe(401);
  expect(await status('/api/v1/stream', { authorization: 'Bearer made.up.token' })).toBe(401);
});
