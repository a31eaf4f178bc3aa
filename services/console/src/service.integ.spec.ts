import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EntryPosted,
  TransferConfirmed,
  TransferFinalized,
  TransferReverted,
  TransferSeen,
  type EventType,
} from '@tributary/events';
import { startService, type RunningService } from '@tributary/platform-service';
import { sendRecords, ServiceProcess, serviceEnv, testNamespace, until } from '@tributary/testing';
import { ConsoleModule } from './service';

const CHAIN = 'eip155:31337';
const ETHER = `${CHAIN}/slip44:60`;
const namespace = testNamespace();
const lastSeq = new Map<string, number>();

/** A record as a producing service would send it: the next one of its stream. */
function recordOf<N extends string, P>(type: EventType<N, P>, payload: P) {
  const key = type.keyOf(payload);
  const streamSeq = (lastSeq.get(type.topic + key) ?? 0) + 1;
  lastSeq.set(type.topic + key, streamSeq);
  return {
    topic: `${namespace}.${type.topic}`,
    key,
    value: type.encode(payload),
    headers: {
      ce_id: type.idOf(payload),
      ce_type: type.fullName,
      ce_source: 'test',
      ce_time: type.timeOf(payload).toISOString(),
      ce_subject: type.subjectOf(payload),
      ce_sequence: String(streamSeq),
    },
  };
}

/** A transfer from outside, the n-th; in block n. */
function transfer(n: number, { side = 'c', clientId = 'CL-1', occurrence = 0, hash = `0xb${n}` } = {}) {
  const txid = `0x${n.toString(16).padStart(64, '0')}`;
  const owner = { walletId: 'w', role: side === 'c' ? 'deposit' : 'hot', side, clientId: clientId || null };
  return {
    chain: CHAIN,
    occurredAt: new Date(1_700_000_000_000 + n * 1000 + occurrence),
    transferId: `${CHAIN}/${txid}/native`,
    txid,
    index: 'native',
    assetId: ETHER,
    from: { address: `0x${'f'.repeat(40)}`, owner: null },
    to: { address: `0x${n.toString(16).padStart(40, '0')}`, owner },
    amount: 10n ** 30n + BigInt(n),
    block: { height: n, hash, time: new Date(1_700_000_000_000 + n * 1000) },
    confirmations: 1,
    occurrence,
    late: false,
  } as TransferSeen;
}

function entry(flow: string, bookSeq: number, kind: string) {
  const at = new Date(1_700_000_900_000 + bookSeq);
  const ids = { book: ETHER, bookSeq, entryId: `e${bookSeq}`, kind, flow, chain: CHAIN, sourceEventId: 's' };
  return recordOf(EntryPosted, {
    ...ids,
    txid: null,
    effectiveAt: at,
    bookedAt: at,
    reverses: null,
    movements: [],
    edges: [],
  });
}

/** What the tests look at of a deposit. */
interface DepositBody {
  readonly transferId: string;
  readonly kind: string;
  readonly state: string;
  readonly entryIds: string[];
  readonly events: { readonly type: string }[];
}

interface PageBody {
  readonly items: DepositBody[];
  readonly nextCursor: string | null;
}

interface HealthBody {
  readonly services: { readonly name: string; readonly ready: boolean }[];
  readonly deadLetters: object[];
}

describe('console', () => {
  const pageDir = mkdtempSync(join(tmpdir(), 'page-'));
  let registry: ServiceProcess;
  let console_: RunningService;
  let origin: string;

  const read = async <B = object>(path: string) => {
    const answer = await fetch(`${origin}/api/v1${path}`);
    return { status: answer.status, body: (await answer.json()) as B };
  };
  const deposit = async (transferId: string) =>
    (await read<DepositBody>(`/deposits/${encodeURIComponent(transferId)}`)).body;

  beforeAll(async () => {
    mkdirSync(join(pageDir, 'assets'));
    writeFileSync(join(pageDir, 'index.html'), `<!doctype html><title>Tributary</title>${'<p>page</p>'.repeat(500)}`);
    writeFileSync(join(pageDir, 'assets', 'index-a1b2c3.js'), 'export {};');
    registry = await ServiceProcess.start('services/custody-registry/src/main.ts', serviceEnv(namespace));
    const url = String(registry.url);
    const urls = { CUSTODY_REGISTRY_URL: url, DEPOSIT_WATCHER_URL: url, LEDGER_WRITER_URL: url, FLOW_GRAPH_URL: url };
    console_ = await startService(ConsoleModule, { env: serviceEnv(namespace, { ...urls, PAGE_DIR: pageDir }) });
    origin = console_.url;
    const asset = { chain: CHAIN, kind: 'native', symbol: 'ETH', decimals: 18, maker: 'ann' };
    const body = JSON.stringify(asset);
    await fetch(`${origin}/api/v1/assets`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  }, 120_000);

  afterAll(async () => {
    await console_?.stop();
    await registry?.end();
    rmSync(pageDir, { recursive: true });
  }, 60_000);

  it('follows a deposit over a reorg to its credit, though the entries come first', async () => {
    const first = transfer(1);
    const returned = transfer(1, { occurrence: 1, hash: '0xanother' });
    await sendRecords([
      entry(first.transferId, 1, 'deposit-confirmed'),
      entry(first.transferId, 2, 'deposit-reverted'),
      entry(first.transferId, 3, 'deposit-confirmed'),
      entry(first.transferId, 4, 'deposit-finalized'),
    ]);
    await sendRecords([
      recordOf(TransferSeen, first),
      recordOf(TransferConfirmed, { ...first, confirmations: 2 }),
      recordOf(TransferReverted, { ...first, fromState: 'confirmed' }),
    ]);
    await until('it is reverted', async () => (await deposit(first.transferId)).state === 'reverted');
    await sendRecords([
      recordOf(TransferSeen, returned),
      recordOf(TransferConfirmed, { ...returned, confirmations: 2 }),
      recordOf(TransferFinalized, { ...returned, confirmations: 9 }),
    ]);
    const final = await until('it is finalized', async () => {
      const now = await deposit(first.transferId);
      return now.state === 'finalized' && now.entryIds.length === 4 ? now : undefined;
    });
    expect(final).toMatchObject({
      amount: '1000000000000000000000000000001',
      kind: 'client',
      clientId: 'CL-1',
      block: { height: 1, hash: '0xanother' },
      occurrence: 1,
      confirmations: 9,
      revertedAt: null,
      creditedAt: '2023-11-14T22:28:20.004Z',
      entryIds: ['e1', 'e2', 'e3', 'e4'],
    });
    expect(final.events.map(({ type }) => type)).toEqual([
      'TransferSeen',
      'TransferConfirmed',
      'TransferReverted',
      'TransferSeen',
      'TransferConfirmed',
      'TransferFinalized',
      ...Array.from({ length: 4 }, () => 'EntryPosted'),
    ]);
  }, 60_000);

  it('lists every deposit once: by pages, by filter and as one stream', async () => {
    const many = Array.from({ length: 25 }, (_, n) => transfer(n + 100));
    const house = transfer(200, { side: 'h', clientId: '' });
    const nobodys = transfer(201, { clientId: '' });
    const outflow = { ...transfer(202), from: house.to, to: { address: '0x0e', owner: null } };
    await sendRecords([...many, house, nobodys, outflow].map((each) => recordOf(TransferSeen, each)));
    await until(
      'all are there',
      async () => (await read<PageBody>('/deposits?limit=1000&state=seen')).body.items.length === 27,
    );

    const paged: DepositBody[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: PageBody } = await read<PageBody>(
        `/deposits?state=seen&limit=10${cursor ? `&cursor=${cursor}` : ''}`,
      );
      paged.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    expect(paged.map(({ transferId }) => transferId)).toEqual(
      [...many, house, nobodys].map(({ transferId }) => transferId).reverse(),
    );

    const stream = await fetch(`${origin}/api/v1/deposits?state=seen`, { headers: { accept: 'application/x-ndjson' } });
    expect(stream.headers.get('content-type')).toContain('application/x-ndjson');
    const lines = (await stream.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual(paged);

    const kinds = async (query: string) =>
      (await read<PageBody>(`/deposits?${query}`)).body.items.map(({ kind }) => kind);
    expect(await kinds(`address=${house.to.address}`)).toEqual(['capital']);
    expect(await kinds(`txid=${nobodys.txid}`)).toEqual(['suspense']);
    expect(await kinds('from=2023-11-14T22:16:40Z&to=2023-11-14T22:16:41Z')).toEqual(['capital']);
    expect(await kinds(`clientId=CL-1&assetId=${ETHER}&state=finalized`)).toEqual(['client']);
  }, 60_000);

  it.each([
    ['an unknown asset', 'assetId=eip155:1/slip44:60', 404, 'query.assetId'],
    ['an asset id of no known form', 'assetId=ETH', 400, 'query.assetId'],
    ['a malformed address', 'address=0x12', 400, 'query.address'],
    ['a malformed txid', 'txid=12', 400, 'query.txid'],
    ['an unknown state', 'state=gone', 400, 'query.state'],
    ['a time that is none', 'from=yesterday', 400, 'query.from'],
    ['a foreign cursor', 'cursor=abc', 400, 'query.cursor'],
  ])('refuses a list of deposits by %s, naming the field', async (_, query, status, field) => {
    expect(await read(`/deposits?${query}`)).toMatchObject({ status, body: { errors: [{ field }] } });
  });

  it('forwards commands and queries to their owner, refusals included', async () => {
    const post = async (body: object) => {
      const headers = { 'content-type': 'application/json', 'x-request-id': 'my-id' };
      const answer = await fetch(`${origin}/api/v1/clients`, { method: 'POST', body: JSON.stringify(body), headers });
      return { status: answer.status, id: answer.headers.get('x-request-id'), body: await answer.json() };
    };
    expect(await post({ clientId: 'CL-1', maker: 'ann' })).toMatchObject({
      status: 201,
      id: 'my-id',
      body: { clientId: 'CL-1' },
    });
    expect(await post({ clientId: 'CL-1', maker: 'ann' })).toMatchObject({ status: 409 });
    expect(await post({ clientId: 'CL:1', maker: 'ann' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'body.clientId' }] },
    });
    expect((await read('/clients')).body).toMatchObject({ items: [{ clientId: 'CL-1' }] });
    expect(await read('/nothing')).toMatchObject({
      status: 404,
      body: { type: 'urn:tributary:problem:no-such-route' },
    });
  });

  it('has one OpenAPI document of all that it serves', async () => {
    const document = (await (await fetch(`${origin}/api/openapi.json`)).json()) as { paths: object };
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
    const stream = await openStream(origin);
    const greeting = await stream.next();
    expect(greeting.topics).toContain('custody.transfers.v1');
    await sendRecords([recordOf(TransferSeen, transfer(300))]);
    const change = await stream.next();
    expect(change.topics).toEqual(['custody.transfers.v1']);
    const echo = await stream.next();
    expect(echo).toEqual(change);
    stream.close();

    const again = await openStream(origin, change.id);
    expect((await again.next()).topics).toEqual([]);
    again.close();
    const before = await openStream(origin, greeting.id);
    expect((await before.next()).topics).toEqual(['custody.transfers.v1']);
    before.close();
  }, 60_000);

  it('serves the page for its own paths, under a policy that admits nothing else', async () => {
    for (const path of ['/', '/deposits', '/health']) {
      const page = await fetch(origin + path);
      expect(await page.text()).toContain('<title>Tributary</title>');
      expect(page.headers.get('content-security-policy')).toBe(
        "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';frame-ancestors 'none'",
      );
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(page.headers.get('content-encoding')).toBe('gzip');
    }
    const hashed = await fetch(`${origin}/assets/index-a1b2c3.js`);
    expect(hashed.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${origin}/assets/gone.js`)).status).toBe(404);
  });

  it('answers for no other host, and changes nothing for a page of another origin', async () => {
    const { port } = new URL(origin);
    const request = httpGet({ port, path: '/api/v1/deposits', headers: { host: 'evil.example' } });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(421);
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
    expect((await fetch(`${origin}/api/v1/clients`, { method: 'POST', headers, body: '{}' })).status).toBe(403);
  });

  it('shows a poisoned subject in Health, lets the others pass, and replays it by command', async () => {
    const poison = recordOf(TransferSeen, transfer(400));
    await sendRecords([
      { ...poison, value: Buffer.from('poison') },
      recordOf(TransferConfirmed, transfer(400)),
      recordOf(TransferSeen, transfer(401)),
    ]);
    await until('the other passed', async () => (await deposit(transfer(401).transferId)).state === 'seen');
    const subject = transfer(400).transferId;
    const letters = await until('Health shows it', async () => {
      const { deadLetters } = (await read<HealthBody>('/health')).body;
      return deadLetters.length > 0 ? deadLetters : undefined;
    });
    expect(letters).toEqual([
      expect.objectContaining({ service: 'console', topic: 'custody.transfers.v1', subject, behind: 1 }),
    ]);
    const replay = await fetch(`${origin}/api/v1/console/dead-letters/replay`, {
      method: 'POST',
      body: JSON.stringify({ subject }),
      headers: { 'content-type': 'application/json' },
    });
    expect([replay.status, ((await replay.json()) as { type: string }).type]).toEqual([
      409,
      'urn:tributary:problem:replay-failed',
    ]);
  }, 60_000);

  it('shows a service that is down as such, and names it to who asks for what it owns', async () => {
    const healthy = (await read<HealthBody>('/health')).body;
    expect(healthy.services.map(({ name, ready }) => [name, ready])).toContainEqual(['console', true]);
    await registry.end('SIGKILL');
    expect(await read('/clients')).toMatchObject({
      status: 503,
      body: {
        type: 'urn:tributary:problem:owner-down',
        detail: expect.stringMatching(/owns this path and is not running/),
      },
    });
    const health = await until('Health shows it', async () => {
      const { status, body } = await read<HealthBody>('/health');
      return status === 200 && body.services[0]?.ready === false ? body : undefined;
    });
    expect(health.services[0]).toMatchObject({
      name: 'custody-registry',
      error: 'does not answer: ECONNREFUSED',
      pipeline: null,
    });
    expect((await read('/deposits')).status).toBe(200);
  }, 60_000);
});

interface Change {
  readonly id: string;
  readonly topics: string[];
}

/** Follows the stream of changes; `next` leaves heartbeats out. */
async function openStream(origin: string, lastEventId?: string): Promise<{ next(): Promise<Change>; close(): void }> {
  const abort = new AbortController();
  const headers: Record<string, string> = lastEventId ? { 'last-event-id': lastEventId } : {};
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
