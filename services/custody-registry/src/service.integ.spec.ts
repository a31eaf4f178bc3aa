import { AddressAllocated, AssetListed, ClientClosed, ClientOpened, WalletCreated } from '@tributary/events';
import { testNamespace, TopicTap, until } from '@tributary/testing';
import { address, CHAIN, DEPOSITS, ETHER, HOUSE, Registry, TOKEN } from './registry.fixture';

describe('custody-registry', () => {
  const namespace = testNamespace();
  let registry: Registry;
  let tap: TopicTap;

  beforeAll(async () => {
    registry = await Registry.start(namespace);
    tap = await TopicTap.open(`${namespace}.custody.registry.v1`);
    await registry.record('/assets', ETHER);
    await registry.record('/clients', { clientId: 'CL-1' });
    await registry.record('/wallets', DEPOSITS, HOUSE);
    await registry.record('/addresses', { chain: CHAIN, address: address(1), walletId: 'deposits', clientId: 'CL-1' });
  }, 60_000);

  afterAll(async () => {
    await tap?.close();
    await registry?.service.stop();
  });

  it('publishes every change, with its maker, its checker and what was decided', async () => {
    await until('five changes are published', () => tap.records.length >= 5);
    const signed = { version: 1, maker: 'operator', checker: 'approver' };
    expect(tap.events(AssetListed).map(({ payload }) => payload)).toMatchObject([
      {
        ...signed,
        assetId: `${CHAIN}/slip44:60`,
        contract: null,
        finality: { confirmed: 'blocks:2', finalized: 'tag:finalized' },
      },
    ]);
    expect(tap.events(ClientOpened).map(({ payload }) => payload)).toMatchObject([{ ...signed, clientId: 'CL-1' }]);
    const wallets = tap.events(WalletCreated).map(({ payload }) => payload);
    expect(wallets.map(({ walletId }) => walletId).sort()).toEqual(['deposits', 'house']);
    const allocation = { address: address(1), walletId: 'deposits', role: 'deposit', side: 'c', clientId: 'CL-1' };
    expect(tap.events(AddressAllocated).map(({ payload }) => payload)).toMatchObject([{ ...signed, ...allocation }]);
  });

  it('a duplicate is refused and shows what stands', async () => {
    const again = await registry.propose('/wallets', { ...HOUSE, label: 'Another' });
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:tributary:problem:wallet-stands' } });
    const reason = expect.stringContaining('"label":"House"');
    expect(again.body.errors).toEqual([{ field: 'body.items.0.walletId', reason }]);
    for (const [path, item] of [
      ['/assets', { ...ETHER, symbol: 'WEI' }],
      ['/clients', { clientId: 'CL-1' }],
      ['/addresses', { chain: CHAIN, address: address(1), walletId: 'house' }],
    ] as const) {
      expect((await registry.propose(path, item)).status).toBe(409);
    }
  });

  it.each([
    ['a wrong checksum', { address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAee' }, 400, 'body.items.0.address'],
    ['a malformed address', { address: '0x12' }, 400, 'body.items.0.address'],
    ['an unknown wallet', { walletId: 'nowhere' }, 422, 'body.items.0.walletId'],
    ['an unknown client', { clientId: 'CL-none' }, 422, 'body.items.0.clientId'],
    ["a client on the house's wallet", { walletId: 'house' }, 422, 'body.items.0.clientId'],
    ['the zero address', { address: address(0) }, 422, 'body.items.0.address'],
    ["a chain that is not the wallet's", { chain: 'eip155:1' }, 422, 'body.items.0.chain'],
    ['a field that there is not', { colour: 'red' }, 400, 'body.items.0'],
    ['a maker of its own choice', { maker: 'ann' }, 400, 'body.items.0'],
  ])('an address is refused for %s, naming the field', async (_, changed, status, field) => {
    const base = { chain: CHAIN, address: address(2), walletId: 'deposits', clientId: 'CL-1' };
    const refusal = await registry.propose('/addresses', { ...base, ...changed });
    expect([refusal.status, refusal.body.errors?.[0]?.field]).toEqual([status, field]);
    expect((await registry.get(`/addresses/${CHAIN}/${address(2)}`)).status).toBe(404);
  });

  it.each([
    ['an address of ours', address(1)],
    ['the zero address', address(0)],
  ])('a token is refused with %s as its contract', async (_, contract) => {
    const refusal = await registry.propose('/assets', { ...TOKEN, contract });
    expect([refusal.status, refusal.body.errors?.[0]?.field]).toEqual([422, 'body.items.0.contract']);
  });

  it('an address that a listed token has for its contract is refused', async () => {
    await registry.record('/assets', TOKEN);
    const refusal = await registry.propose('/addresses', {
      chain: CHAIN,
      address: TOKEN.contract,
      walletId: 'deposits',
    });
    expect([refusal.status, refusal.body.errors?.[0]?.field]).toEqual([422, 'body.items.0.address']);
  });

  it('a contract and an address of ours that are approved at once are never the same', async () => {
    const contracts = Array.from({ length: 10 }, (_, n) => `0x${(n + 16).toString(16).repeat(20)}`);
    const outcomes = await Promise.all(
      contracts.map(async (contract) => {
        const listing = await registry.propose('/assets', { ...TOKEN, contract });
        const allocation = await registry.propose('/addresses', {
          chain: CHAIN,
          address: contract,
          walletId: 'deposits',
        });
        const answers = await Promise.all([registry.approve(listing), registry.approve(allocation)]);
        return answers.map(({ status }) => status).sort();
      }),
    );
    expect(outcomes).toEqual(contracts.map(() => [200, 422]));
  });

  it('what was recorded is what the query shows', async () => {
    const allocation = { chain: CHAIN, address: address(3), walletId: 'deposits', effectiveFromBlock: 100_000 };
    await registry.record('/addresses', allocation);
    const { body } = await registry.get(`/addresses/${CHAIN}/${address(3)}`);
    expect(body).toMatchObject({ ...allocation, clientId: null, maker: 'operator', checker: 'approver', version: 1 });
    const token = { ...TOKEN, contract: `0x${'d1'.repeat(20)}`, effectiveFromBlock: 7 };
    await registry.record('/assets', token);
    expect(await registry.items('/assets')).toContainEqual(expect.objectContaining(token));
  });

  it('a role on the wrong side is refused', async () => {
    const refusal = await registry.propose('/wallets', { ...HOUSE, walletId: 'gas', role: 'gas', side: 'c' });
    expect([refusal.status, refusal.body.errors?.[0]?.field]).toEqual([422, 'body.items.0.side']);
  });

  it('a closed client keeps its addresses and gets no further one, also not by a proposal of before', async () => {
    await registry.record('/clients', { clientId: 'CL-closing' });
    const allocation = { chain: CHAIN, walletId: 'deposits', clientId: 'CL-closing' };
    await registry.record('/addresses', { ...allocation, address: address(10) });
    const before = await registry.propose('/addresses', { ...allocation, address: address(11) });
    const closing = await registry.approve(await registry.post('/clients/CL-closing/close', {}));
    expect(closing.status).toBe(200);
    expect((await registry.post('/clients/CL-closing/close', {})).status).toBe(409);
    expect(await registry.approve(before)).toMatchObject({
      status: 409,
      body: { errors: [{ field: 'change.items.0.clientId', reason: 'is closed and gets no further address' }] },
    });
    await until('the closing is published', () => tap.events(ClientClosed).length === 1);
    expect(tap.events(ClientClosed)[0]).toMatchObject({
      payload: { clientId: 'CL-closing', version: 2, maker: 'operator', checker: 'approver' },
      streamSeq: 2,
    });
    expect((await registry.get(`/addresses/${CHAIN}/${address(10)}`)).status).toBe(200);
  });

  it('500 addresses are one change', async () => {
    const place = { chain: CHAIN, walletId: 'deposits', clientId: 'CL-1' };
    const items = Array.from({ length: 501 }, (_, n) => ({ ...place, address: address(n + 1000) }));
    expect((await registry.propose('/addresses', ...items)).status).toBe(400);
    const batch = await registry.approve(await registry.propose('/addresses', ...items.slice(1)));
    expect(batch).toMatchObject({ status: 200, body: { itemCount: 500 } });
    expect(await registry.items('/addresses?clientId=CL-1&limit=1000')).toHaveLength(501);
  });

  it('lists page by page what it lists at once', async () => {
    const items = Array.from({ length: 30 }, (_, n) => ({
      chain: CHAIN,
      address: address(n + 100),
      walletId: 'deposits',
    }));
    await registry.record('/addresses', ...items);
    const all = await registry.items('/addresses?limit=1000');
    const paged: unknown[] = [];
    let cursor: unknown;
    do {
      const { body } = await registry.get(`/addresses?limit=7${cursor ? `&cursor=${String(cursor)}` : ''}`);
      paged.push(...(body['items'] as unknown[]));
      cursor = body['nextCursor'];
    } while (cursor);
    expect(paged).toEqual(all);
    expect((await registry.items('/addresses?clientId=CL-1&limit=1')).map((each) => each['address'])).toEqual([
      address(1),
    ]);
    expect(await registry.items('/wallets?chain=eip155:1')).toEqual([]);
  });
});
