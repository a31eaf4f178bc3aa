import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { TransferSeen } from '@tributary/events';
import { bearer, until } from '@tributary/testing';
import { recordOf, startConsole, transfer, type HealthBody, type TestConsole } from '../console.fixture';

describe('the public origin', () => {
  let console_: TestConsole;

  beforeAll(async () => {
    console_ = await startConsole();
  }, 120_000);
  afterAll(() => console_?.stop(), 60_000);

  it('forwards commands and queries to their owner, refusals included', async () => {
    const post = async (path: string, body: object, who: 'operator' | 'approver' = 'operator') => {
      const answer = await console_.post(path, body, { 'x-request-id': 'my-id', ...(await bearer(who)) });
      return {
        status: answer.status,
        id: answer.headers.get('x-request-id'),
        body: (await answer.json()) as Record<string, unknown>,
      };
    };
    const proposal = await post('/clients', { items: [{ clientId: 'CL-1' }] });
    expect(proposal).toMatchObject({ status: 202, id: 'my-id', body: { maker: 'operator' } });
    const { changeId, digest } = proposal.body;
    expect(await post(`/changes/${String(changeId)}/approve`, { digest }, 'approver')).toMatchObject({ status: 200 });
    expect(await post('/clients', { items: [{ clientId: 'CL-1' }] })).toMatchObject({ status: 409 });
    expect(await post('/clients', { items: [{ clientId: 'CL:1' }] })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'body.items.0.clientId' }] },
    });
    expect((await console_.read('/clients')).body).toMatchObject({ items: [{ clientId: 'CL-1' }] });
    expect(await console_.read('/nothing')).toMatchObject({
      status: 404,
      body: { type: 'urn:tributary:problem:no-such-route' },
    });
  });

  it('has one OpenAPI document of all that it serves', async () => {
    const document = (await (await fetch(`${console_.origin}/api/openapi.json`)).json()) as { paths: object };
    for (const path of [
      '/deposits',
      '/deposits/{transferId}',
      '/health',
      '/stream',
      '/assets',
      '/clients/{clientId}/close',
    ]) {
      expect(Object.keys(document.paths)).toContain(`/api/v1${path}`);
    }
  });

  it('tells what changed, and to who comes back knowing the last of it, nothing', async () => {
    const known = transfer(299);
    await console_.publish([recordOf(TransferSeen, known)]);
    await until('a first one is known', async () => (await console_.deposit(known.transferId)).state === 'seen');

    const stream = await openStream(console_.origin);
    const greeting = await stream.next();
    expect(greeting.topics).toContain('custody.transfers.v1');
    await console_.publish([recordOf(TransferSeen, transfer(300))]);
    const change = await stream.next();
    expect(change.topics).toContain('custody.transfers.v1');
    const echo = await stream.next();
    expect(echo).toEqual(change);
    stream.close();

    const again = await openStream(console_.origin, change.id);
    expect((await again.next()).topics).toEqual([]);
    again.close();
    const before = await openStream(console_.origin, greeting.id);
    expect((await before.next()).topics).toEqual(['custody.transfers.v1']);
    before.close();
  }, 60_000);

  it('tells a change to who follows already, however many come meanwhile', async () => {
    const follower = await openStream(console_.origin);
    await follower.next();
    const told = follower.next();
    let isTold = false;
    void told.then(() => (isTold = true));
    await console_.publish([recordOf(TransferSeen, transfer(310))]);
    await until('the follower is told', async () => {
      (await openStream(console_.origin)).close();
      return isTold;
    });
    expect((await told).topics).toEqual(['custody.transfers.v1']);
    follower.close();
  }, 60_000);

  it('serves the page for its own paths, under a policy that admits nothing else', async () => {
    for (const path of ['/', '/deposits', '/health']) {
      const page = await fetch(console_.origin + path);
      expect(await page.text()).toContain('<title>Tributary</title>');
      expect(page.headers.get('content-security-policy')).toBe(
        "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';frame-ancestors 'none'",
      );
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(page.headers.get('content-encoding')).toBe('gzip');
    }
    const hashed = await fetch(`${console_.origin}/assets/index-a1b2c3.js`);
    expect(hashed.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${console_.origin}/assets/gone.js`)).status).toBe(404);
  });

  it('answers for no other host, and changes nothing for a page of another origin', async () => {
    const { port } = new URL(console_.origin);
    const request = httpGet({ port, path: '/api/v1/deposits', headers: { host: 'evil.example' } });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(421);
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
    expect((await fetch(`${console_.origin}/api/v1/clients`, { method: 'POST', headers, body: '{}' })).status).toBe(
      403,
    );
  });

  it('shows a service that is down as such, and names it to who asks for what it owns', async () => {
    const healthy = (await console_.read<HealthBody>('/health')).body;
    expect(healthy.services.map(({ name, ready }) => [name, ready])).toContainEqual(['console', true]);
    await console_.registry.end('SIGKILL');
    expect(await console_.read('/clients')).toMatchObject({
      status: 503,
      body: {
        type: 'urn:tributary:problem:owner-down',
        detail: expect.stringMatching(/owns this path and is not running/),
      },
    });
    const health = await until('Health shows it', async () => {
      const { status, body } = await console_.read<HealthBody>('/health');
      return status === 200 && body.services[0]?.ready === false ? body : undefined;
    });
    expect(health.services[0]).toMatchObject({
      name: 'custody-registry',
      error: 'does not answer: ECONNREFUSED',
      pipeline: null,
    });
    expect((await console_.read('/deposits')).status).toBe(200);
  }, 60_000);
});

interface Change {
  readonly id: string;
  readonly topics: string[];
}

/** Follows the stream of changes; `next` leaves heartbeats out. */
async function openStream(origin: string, lastEventId?: string): Promise<{ next(): Promise<Change>; close(): void }> {
  const abort = new AbortController();
  const headers = { ...(lastEventId && { 'last-event-id': lastEventId }), ...(await bearer('auditor')) };
  const answer = await fetch(`${origin}/api/v1/stream`, { headers, signal: abort.signal });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    close: () => abort.abort(),
    async next() {
      for (;;) {
        const message = /event: changed\nid: (.*)\ndata: (.*)\n\n/.exec(text);
        if (message) {
          text = text.slice(message.index + message[0].length);
          return { id: message[1] ?? '', topics: JSON.parse(message[2] ?? '').topics };
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('The stream ended');
        text += value;
      }
    },
  };
}
