import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddressAllocated, AssetListed, ClientClosed, ClientOpened, WalletCreated } from '@tributary/events';
import { startService, type RunningService } from '@tributary/platform-service';
import { bearer, serviceEnv, testNamespace, TopicTap, until } from '@tributary/testing';
import { CustodyRegistryModule } from './service';

const CHAIN = 'eip155:31337';
const DEPOSITS = { walletId: 'deposits', chain: CHAIN, role: 'deposit', side: 'c', label: 'Deposits', maker: 'ann' };
const HOUSE = { walletId: 'house', chain: CHAIN, role: 'hot', side: 'h', label: 'House', maker: 'ann' };
const ETHER = { chain: CHAIN, kind: 'native', symbol: 'ETH', decimals: 18, maker: 'ann' };

const TOKEN = { ...ETHER, kind: 'erc20', symbol: 'DUSD', decimals: 6, contract: `0x${'d0'.repeat(20)}` };

/** An address of ours by number. */
const address = (n: number): string => `0x${n.toString(16).padStart(40, '0')}`;

interface Answer {
  readonly status: number;
  readonly body: {
    readonly type?: string;
    readonly errors?: { readonly field: string; readonly reason: string }[];
    readonly [field: string]: unknown;
  };
}

/** The registry's REST interface. */
function clientOf(url: string) {
  const call = async (path: string, init?: RequestInit): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', ...(await bearer('operator')) };
    const answer = await fetch(url + path, { ...init, headers });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  };
  return {
    get: (path: string) => call(path),
    post: (path: string, body: object) => call(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}

describe('custody-registry', () => {
  const namespace = testNamespace();
  let service: RunningService;
  let tap: TopicTap;
  let rest: ReturnType<typeof clientOf>;

  beforeAll(async () => {
    service = await startService(CustodyRegistryModule, { env: serviceEnv(namespace) });
    rest = clientOf(service.url);
    tap = await TopicTap.open(`${namespace}.custody.registry.v1`);
    await rest.post('/assets', ETHER);
    await rest.post('/clients', { clientId: 'CL-1', maker: 'ann' });
    await rest.post('/wallets', DEPOSITS);
    await rest.post('/wallets', HOUSE);
    await rest.post('/addresses', {
      chain: CHAIN,
      address: address(1),
      walletId: 'deposits',
      clientId: 'CL-1',
      maker: 'ann',
    });
  }, 60_000);

  afterAll(async () => {
    await tap?.close();
    await service?.stop();
  });

  it('publishes every change, with the maker and what was decided', async () => {
    await until('five changes are published', () => tap.records.length >= 5);
    expect(tap.events(AssetListed).map(({ payload }) => payload)).toMatchObject([
      {
        assetId: `${CHAIN}/slip44:60`,
        contract: null,
        finality: { confirmed: 'blocks:2', finalized: 'tag:finalized' },
        version: 1,
        maker: 'ann',
      },
    ]);
    expect(tap.events(ClientOpened).map(({ payload }) => payload)).toMatchObject([{ clientId: 'CL-1', version: 1 }]);
    expect(
      tap
        .events(WalletCreated)
        .map(({ payload }) => payload.walletId)
        .sort(),
    ).toEqual(['deposits', 'house']);
    expect(tap.events(AddressAllocated).map(({ payload }) => payload)).toMatchObject([
      { address: address(1), walletId: 'deposits', role: 'deposit', side: 'c', clientId: 'CL-1', derivationPath: null },
    ]);
  });

  it('a duplicate is refused, shows what stands, and publishes nothing', async () => {
    const before = tap.records.length;
    const again = await rest.post('/wallets', { ...HOUSE, label: 'Another' });
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:tributary:problem:wallet-stands' } });
    expect(again.body.errors).toEqual([{ field: 'body.walletId', reason: expect.stringContaining('"label":"House"') }]);
    for (const [path, body] of [
      ['/assets', { ...ETHER, symbol: 'WEI' }],
      ['/clients', { clientId: 'CL-1', maker: 'bob' }],
      ['/addresses', { chain: CHAIN, address: address(1), walletId: 'house', maker: 'bob' }],
    ] as const) {
      expect((await rest.post(path, body)).status).toBe(409);
    }
    const marker = await rest.post('/clients', { clientId: 'CL-after-duplicates', maker: 'ann' });
    expect(marker.status).toBe(201);
    await until('the marker is published', () => tap.records.some(({ key }) => key === 'client/CL-after-duplicates'));
    expect(tap.records.length).toBe(before + 1);
  });

  it.each([
    [
      'an address with a wrong checksum',
      { address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAee' },
      400,
      'body.address',
    ],
    ['a malformed address', { address: '0x12' }, 400, 'body.address'],
    ['an unknown wallet', { walletId: 'nowhere' }, 422, 'body.walletId'],
    ['an unknown client', { clientId: 'CL-none' }, 422, 'body.clientId'],
    ["a client on the house's wallet", { walletId: 'house' }, 422, 'body.clientId'],
    ['the zero address', { address: address(0) }, 422, 'body.address'],
    ["a chain that is not the wallet's", { chain: 'eip155:1' }, 422, 'body.chain'],
    ['a field that there is not', { colour: 'red' }, 400, 'body'],
  ])('an address is refused for %s, naming the field', async (_, changed, status, field) => {
    const base = { chain: CHAIN, address: address(2), walletId: 'deposits', clientId: 'CL-1', maker: 'ann' };
    const refusal = await rest.post('/addresses', { ...base, ...changed });
    expect([refusal.status, refusal.body.errors?.[0]?.field]).toEqual([status, field]);
    expect((await rest.get(`/addresses/${CHAIN}/${address(2)}`)).status).toBe(404);
  });

  it.each([
    ['an address of ours', address(1)],
    ['the zero address', address(0)],
  ])('a token is refused with %s as its contract', async (_, contract) => {
    const refusal = await rest.post('/assets', { ...TOKEN, contract });
    expect([refusal.status, refusal.body.errors?.[0]?.field]).toEqual([422, 'body.contract']);
  });

  it("an address is refused that is a listed token's contract", async () => {
    expect((await rest.post('/assets', TOKEN)).status).toBe(201);
    const allocation = { chain: CHAIN, address: TOKEN.contract, walletId: 'deposits', maker: 'ann' };
    const refusal = await rest.post('/addresses', allocation);
    expect([refusal.status, refusal.body.errors?.[0]?.field]).toEqual([422, 'body.address']);
  });

  it('a command answers what the query then shows', async () => {
    const allocation = { chain: CHAIN, address: address(3), walletId: 'deposits', maker: 'ann' };
    const allocated = await rest.post('/addresses', { ...allocation, effectiveFromBlock: 100_000 });
    expect(allocated.body).toEqual((await rest.get(`/addresses/${CHAIN}/${address(3)}`)).body);
    const token = { ...TOKEN, contract: `0x${'d1'.repeat(20)}`, effectiveFromBlock: 7 };
    const listed = await rest.post('/assets', token);
    expect((await rest.get('/assets')).body['items']).toContainEqual(listed.body);
  });

  it('a role on the wrong side is refused', async () => {
    const refusal = await rest.post('/wallets', { ...HOUSE, walletId: 'gas', role: 'gas', side: 'c' });
    expect([refusal.status, refusal.body.errors?.[0]?.field]).toEqual([422, 'body.side']);
  });

  it('a closed client keeps its addresses and gets no further one', async () => {
    await rest.post('/clients', { clientId: 'CL-closing', maker: 'ann' });
    const allocation = { chain: CHAIN, walletId: 'deposits', clientId: 'CL-closing', maker: 'ann' };
    expect((await rest.post('/addresses', { ...allocation, address: address(10) })).status).toBe(201);
    expect(await rest.post('/clients/CL-closing/close', { maker: 'bob' })).toMatchObject({
      status: 200,
      body: { state: 'closed', version: 2 },
    });
    expect((await rest.post('/clients/CL-closing/close', { maker: 'bob' })).status).toBe(409);
    expect(await rest.post('/addresses', { ...allocation, address: address(11) })).toMatchObject({
      status: 409,
      body: { type: 'urn:tributary:problem:client-closed' },
    });
    await until('the closing is published', () => tap.events(ClientClosed).length === 1);
    expect(tap.events(ClientClosed)[0]).toMatchObject({
      payload: { clientId: 'CL-closing', version: 2, maker: 'bob' },
      streamSeq: 2,
    });
  });

  it('of twelve writers at once each key gets one row and one event, and no stream has a gap', async () => {
    const keys = Array.from({ length: 10 }, (_, n) => n + 100);
    const answers = await Promise.all(
      Array.from({ length: 12 }, async (_, writer) => {
        const statuses: number[] = [];
        for (const n of writer % 2 === 0 ? keys : [...keys].reverse()) {
          statuses.push((await rest.post('/clients', { clientId: `CL-${n}`, maker: `w${writer}` })).status);
          const allocation = {
            chain: CHAIN,
            address: address(n),
            walletId: 'deposits',
            clientId: `CL-${n}`,
            maker: `w${writer}`,
          };
          statuses.push((await rest.post('/addresses', allocation)).status);
        }
        return statuses;
      }),
    );
    const count = (status: number) => answers.flat().filter((each) => each === status).length;
    expect([count(201), count(409), answers.flat().length]).toEqual([20, 220, 240]);

    const streams = new Set(keys.flatMap((n) => [`client/CL-${n}`, `address/${CHAIN}/${address(n)}`]));
    const ours = () => tap.records.filter(({ key }) => streams.has(key ?? ''));
    await until('all are published', () => ours().length >= 20);
    expect(new Set(ours().map(({ key }) => key)).size).toBe(20);
    expect(ours().map(({ headers }) => headers['ce_sequence'])).toEqual(Array.from({ length: 20 }, () => '1'));
  }, 60_000);

  it('lists page by page what it lists at once', async () => {
    const all = (await rest.get('/addresses?limit=1000')).body['items'] as { address: string }[];
    const paged: unknown[] = [];
    let cursor: unknown;
    do {
      const { body } = await rest.get(`/addresses?limit=7${cursor ? `&cursor=${String(cursor)}` : ''}`);
      paged.push(...(body['items'] as unknown[]));
      cursor = body['nextCursor'];
    } while (cursor);
    expect(paged).toEqual(all);
    const ofClient = (await rest.get('/addresses?clientId=CL-1')).body['items'] as { address: string }[];
    expect(ofClient.map((each) => each.address)).toEqual([address(1)]);
    expect((await rest.get('/wallets?chain=eip155:1')).body['items']).toEqual([]);
  });
});

describe('the seed file', () => {
  const namespace = testNamespace();
  const folder = mkdtempSync(join(tmpdir(), 'seed-'));
  const file = join(folder, 'seed.json');
  let service: RunningService | undefined;

  afterEach(() => service?.stop());
  afterAll(() => rmSync(folder, { recursive: true }));

  async function startedWith(seed: object): Promise<Answer['body']> {
    writeFileSync(file, JSON.stringify({ maker: 'seed', ...seed }));
    service = await startService(CustodyRegistryModule, { env: serviceEnv(namespace, { SEED_FILE: file }) });
    const rest = clientOf(service.url);
    return until('the seed is done', async () => {
      const { body } = await rest.get('/seed');
      return ['applied', 'faulty'].includes(String(body['state'])) ? body : undefined;
    });
  }

  const seed = {
    assets: [{ ...ETHER, maker: undefined }],
    clients: [{ clientId: 'CL-1' }],
    wallets: [{ ...DEPOSITS, maker: undefined }],
    addresses: [{ chain: CHAIN, address: address(1), walletId: 'deposits', clientId: 'CL-1' }],
  };

  it('is applied once, whatever the number of starts', async () => {
    expect(await startedWith(seed)).toMatchObject({ state: 'applied', applied: 4, standing: 0, faults: [] });
    await service?.stop();
    expect(await startedWith(seed)).toMatchObject({ state: 'applied', applied: 0, standing: 4, faults: [] });
  }, 60_000);

  it('reports what differs or is refused, and applies the rest', async () => {
    const changed = {
      wallets: [{ ...DEPOSITS, label: 'Renamed', maker: undefined }],
      clients: [{ clientId: 'CL:bad' }, { clientId: 'CL-2' }],
      addresses: [{ chain: CHAIN, address: address(2), walletId: 'nowhere' }],
    };
    const report = await startedWith(changed);
    expect(report).toMatchObject({ state: 'faulty', applied: 1, standing: 0 });
    expect(report['faults']).toEqual([
      expect.stringMatching(/^clients\[0\]: clientId must be/),
      expect.stringMatching(/^wallets\[0\]: label differs from what stands/),
      expect.stringMatching(/^addresses\[0\]: body\.walletId is unknown/),
    ]);
  }, 60_000);
});
