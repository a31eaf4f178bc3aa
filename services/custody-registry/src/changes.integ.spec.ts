import { AddressAllocated, ClientOpened } from '@tributary/events';
import { DataSource } from '@tributary/platform-service';
import { testNamespace, TopicTap, until } from '@tributary/testing';
import { address, CHAIN, DEPOSITS, Registry, type Answer } from './registry.fixture';

describe('a change of the registry', () => {
  const namespace = testNamespace();
  let registry: Registry;
  let tap: TopicTap;

  beforeAll(async () => {
    registry = await Registry.start(namespace);
    tap = await TopicTap.open(`${namespace}.custody.registry.v1`);
    await registry.record('/wallets', DEPOSITS);
  }, 60_000);

  afterAll(async () => {
    await tap?.close();
    await registry?.service.stop();
  });

  const sql = (query: string, parameters: unknown[] = []) => registry.service.get(DataSource).query(query, parameters);
  const recorded = async (clientId: string) =>
    (await registry.items('/clients?limit=1000')).some((client) => client['clientId'] === clientId);

  it('records nothing before a second person approves it', async () => {
    const proposal = await registry.propose('/clients', { clientId: 'CL-waits' });
    expect(proposal).toMatchObject({
      status: 202,
      body: { state: 'proposed', kind: 'open-client', maker: 'operator', checker: null, about: ['client/CL-waits'] },
    });
    expect(await recorded('CL-waits')).toBe(false);
    const approved = await registry.approve(proposal);
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved', checker: 'approver' } });
    expect(await recorded('CL-waits')).toBe(true);
    expect((await registry.get(`/changes/${String(proposal.body['changeId'])}`)).body).toEqual(approved.body);
  });

  it('is not approved nor rejected by the one who proposed it', async () => {
    const proposal = await registry.post('/clients', { items: [{ clientId: 'CL-own' }] }, 'approver');
    const path = `/changes/${String(proposal.body['changeId'])}`;
    for (const refusal of [
      await registry.approve(proposal, 'approver'),
      await registry.post(`${path}/reject`, { reason: 'mine' }, 'approver'),
    ]) {
      expect(refusal).toMatchObject({ status: 403, body: { type: 'urn:tributary:problem:own-change' } });
    }
    expect(await recorded('CL-own')).toBe(false);
    expect((await registry.approve(proposal, 'approver-2')).body).toMatchObject({
      maker: 'approver',
      checker: 'approver-2',
    });
  });

  it.each([
    [
      'the maker as checker',
      "state = 'approved', checker = maker, approved_digest = digest",
      'change_checker_is_not_maker',
    ],
    ['no checker', "state = 'approved', approved_digest = digest", 'change_decided_by_checker'],
    [
      'the digest of another reading',
      "state = 'approved', checker = 'eve', approved_digest = 'x'",
      'change_approved_as_read',
    ],
  ])('is not decided with %s even by SQL', async (_, set, constraint) => {
    const { body } = await registry.propose('/clients', { clientId: 'CL-by-sql' });
    const update = sql(`UPDATE change SET ${set}, decided_at = now() WHERE change_id = $1`, [body['changeId']]);
    await expect(update).rejects.toMatchObject({ driverError: { constraint } });
  });

  it('no row of the registry names one person as maker and checker', async () => {
    const row = "'CL-sql', 1, 'eve', 'eve', now()";
    const insert = sql(`INSERT INTO client (client_id, version, maker, checker, opened_at) VALUES (${row})`);
    await expect(insert).rejects.toMatchObject({ driverError: { code: '23514' } });
  });

  it('is approved by nobody who read another version of it', async () => {
    const proposal = await registry.propose('/clients', { clientId: 'CL-first' });
    const path = `/changes/${String(proposal.body['changeId'])}`;
    const revised = await registry.put(path, { items: [{ clientId: 'CL-second' }] });
    expect(revised.status).toBe(200);
    expect(revised.body['digest']).not.toBe(proposal.body['digest']);
    expect(await registry.approve(proposal)).toMatchObject({
      status: 409,
      body: { type: 'urn:tributary:problem:digest-changed', errors: [{ field: 'body.digest' }] },
    });
    expect(await recorded('CL-first')).toBe(false);
    expect((await registry.approve(revised)).status).toBe(200);
    expect([await recorded('CL-first'), await recorded('CL-second')]).toEqual([false, true]);
    expect((await registry.put(path, { items: [{ clientId: 'CL-third' }] })).status).toBe(409);
  });

  it('is revised by its maker alone, into items of its own kind that can be', async () => {
    const { body } = await registry.propose('/clients', { clientId: 'CL-revised' });
    const path = `/changes/${String(body['changeId'])}`;
    expect((await registry.put(path, { items: [{ clientId: 'CL-x' }] }, 'approver')).status).toBe(403);
    const faulty = await registry.put(path, { items: [{ clientId: 'CL:x' }] });
    expect([faulty.status, faulty.body.errors?.[0]?.field]).toEqual([400, 'body.items.0.clientId']);
    expect((await registry.put(path, { items: [{ clientId: 'CL-revised' }, { clientId: 'CL-first' }] })).status).toBe(
      200,
    );
  });

  it('is decided once, however many decide it at once', async () => {
    const proposals = await Promise.all(
      Array.from({ length: 8 }, (_, n) => registry.propose('/clients', { clientId: `CL-race-${n}` })),
    );
    const decided = await Promise.all(
      proposals.map(async (proposal) => {
        const path = `/changes/${String(proposal.body['changeId'])}/reject`;
        const answers = await Promise.all([
          registry.approve(proposal, 'approver'),
          registry.approve(proposal, 'approver-2'),
          registry.post(path, { reason: 'no' }, 'approver'),
          registry.post(path, { reason: 'no' }, 'approver-2'),
        ]);
        return answers.map(({ status }) => status).sort();
      }),
    );
    expect(decided).toEqual(proposals.map(() => [200, 409, 409, 409]));
    const approved = await sql(
      "SELECT count(*)::int FROM change WHERE state = 'approved' AND items->0->>'clientId' LIKE 'CL-race-%'",
    );
    const opened = await sql("SELECT count(*)::int FROM client WHERE client_id LIKE 'CL-race-%'");
    expect(opened).toEqual(approved);
  });

  it('that cannot be recorded as a whole is not recorded at all, and names the item', async () => {
    const allocation = (n: number) => ({ chain: CHAIN, address: address(n), walletId: 'deposits' });
    const batch = await registry.propose('/addresses', allocation(21), allocation(22), allocation(23));
    await sql(
      "INSERT INTO asset VALUES ($1, 1, $2, 'erc20', 'EVIL', 18, $3, 'blocks:2', 'blocks:3', NULL, 'a', 'b', now())",
      [`${CHAIN}/erc20:${address(22)}`, CHAIN, address(22)],
    );
    expect(await registry.approve(batch)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'change.items.1.address', reason: expect.stringContaining('contract of EVIL') }] },
    });
    for (const n of [21, 22, 23]) expect((await registry.get(`/addresses/${CHAIN}/${address(n)}`)).status).toBe(404);
    const mended = await registry.put(`/changes/${String(batch.body['changeId'])}`, {
      items: [allocation(21), allocation(23)],
    });
    expect((await registry.approve(mended)).status).toBe(200);
    await until('both are published', () => tap.events(AddressAllocated).length >= 2);
    const allocated = tap.events(AddressAllocated).map(({ payload }) => payload.address);
    expect(allocated.sort()).toEqual([address(21), address(23)]);
  });

  it('of which some items cannot be is refused when it is proposed, naming each', async () => {
    const refusal = await registry.propose(
      '/clients',
      ...['CL-waits', 'CL-new', 'CL-second', 'CL-new'].map((clientId) => ({ clientId })),
    );
    expect(refusal.status).toBe(409);
    expect(refusal.body.errors?.map(({ field }) => field)).toEqual([
      'body.items.0.clientId',
      'body.items.2.clientId',
      'body.items.3',
    ]);
  });

  it('that is rejected says why, records nothing, and lets the same be proposed again', async () => {
    const proposal = await registry.propose('/clients', { clientId: 'CL-rejected' });
    const rejection = { reason: 'Wrong client' };
    const path = `/changes/${String(proposal.body['changeId'])}/reject`;
    expect(await registry.post(path, rejection, 'approver')).toMatchObject({
      status: 200,
      body: { state: 'rejected', checker: 'approver', ...rejection },
    });
    expect(await registry.approve(proposal)).toMatchObject({
      status: 409,
      body: { type: 'urn:tributary:problem:change-decided' },
    });
    expect(await recorded('CL-rejected')).toBe(false);
    const again = await registry.propose('/clients', { clientId: 'CL-rejected' });
    expect(again.status).toBe(202);
    expect(again.body['changeId']).not.toBe(proposal.body['changeId']);
  });

  it('of what an open change is about already is refused, naming that one; the same asked again is the same', async () => {
    const [one, other] = [{ clientId: 'CL-open-1' }, { clientId: 'CL-open-2' }];
    const open = await registry.propose('/clients', one, other);
    const again = await Promise.all(Array.from({ length: 4 }, () => registry.propose('/clients', one, other)));
    expect(again.map(({ body }) => body['changeId'])).toEqual(again.map(() => open.body['changeId']));
    const rival = await registry.propose('/clients', other);
    expect(rival).toMatchObject({ status: 409, body: { type: 'urn:tributary:problem:change-open' } });
    const changeId = String(open.body['changeId']);
    expect(rival.body.errors).toEqual([
      { field: 'body.items.0', reason: `is about client/CL-open-2, as the open change ${changeId} is` },
    ]);
  });

  it('of twelve makers at once over the same keys each key is recorded once, in one event', async () => {
    const keys = Array.from({ length: 10 }, (_, n) => `CL-busy-${n}`);
    const proposals = await Promise.all(
      Array.from({ length: 12 }, async (_, writer) => {
        const answers: Answer[] = [];
        for (const clientId of writer % 2 === 0 ? keys : [...keys].reverse()) {
          const who = writer % 3 === 0 ? 'approver-2' : 'operator';
          const proposal = await registry.post('/clients', { items: [{ clientId }] }, who);
          answers.push(proposal);
          await registry.approve(proposal);
        }
        return answers;
      }),
    );
    expect(new Set(proposals.flat().map(({ status }) => status))).toEqual(new Set([202, 409]));
    const streams = new Set(keys.map((clientId) => `client/${clientId}`));
    const ours = () => tap.records.filter(({ key }) => streams.has(key ?? ''));
    await until('all are published', () => ours().length >= 10);
    expect(new Set(ours().map(({ key }) => key))).toEqual(streams);
    expect(ours().map(({ headers }) => headers['ce_sequence'])).toEqual(keys.map(() => '1'));
    expect(tap.events(ClientOpened).every(({ payload }) => payload.maker !== payload.checker)).toBe(true);
  }, 60_000);

  it('is listed the newest first, by state and kind', async () => {
    const all = await registry.items('/changes?limit=1000');
    const ids = all.map((change) => change['changeId'] as number);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    const { body } = await registry.get('/changes?state=rejected&kind=open-client&limit=1');
    expect(body['items']).toEqual([all.find(({ state }) => state === 'rejected')]);
    expect((await registry.get('/changes?kind=open-account')).status).toBe(400);
    expect((await registry.get('/changes/999999')).status).toBe(404);
  });
});
