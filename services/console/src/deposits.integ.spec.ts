import { TransferConfirmed, TransferFinalized, TransferReverted, TransferSeen } from '@tributary/events';
import { bearer, until } from '@tributary/testing';
import {
  CHAIN,
  entry,
  ETHER,
  recordOf,
  startConsole,
  transfer,
  type DepositBody,
  type HealthBody,
  type PageBody,
  type TestConsole,
} from './console.fixture';

describe('the deposits', () => {
  let console_: TestConsole;

  beforeAll(async () => {
    console_ = await startConsole();
    const ether = { chain: CHAIN, kind: 'native', symbol: 'ETH', decimals: 18 };
    const proposal = (await (await console_.post('/assets', { items: [ether] })).json()) as Record<string, unknown>;
    const { changeId, digest } = proposal;
    await console_.post(`/changes/${String(changeId)}/approve`, { digest }, await bearer('approver'));
  }, 120_000);
  afterAll(() => console_?.stop(), 60_000);

  it('follows a deposit over a reorg to its credit, though the entries come first', async () => {
    const first = transfer(1);
    const returned = transfer(1, { occurrence: 1, hash: '0xanother' });
    await console_.publish([
      entry(first.transferId, 1, 'deposit-confirmed'),
      entry(first.transferId, 2, 'deposit-reverted'),
      entry(first.transferId, 3, 'deposit-confirmed'),
      entry(first.transferId, 4, 'deposit-finalized'),
    ]);
    await console_.publish([
      recordOf(TransferSeen, first),
      recordOf(TransferConfirmed, { ...first, confirmations: 2 }),
      recordOf(TransferReverted, { ...first, fromState: 'confirmed' }),
    ]);
    await until('it is reverted', async () => (await console_.deposit(first.transferId)).state === 'reverted');
    await console_.publish([
      recordOf(TransferSeen, returned),
      recordOf(TransferConfirmed, { ...returned, confirmations: 2 }),
      recordOf(TransferFinalized, { ...returned, confirmations: 9 }),
    ]);
    const final = await until('it is finalized', async () => {
      const now = await console_.deposit(first.transferId);
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

  it('calls only what a client was credited with credited', async () => {
    const capital = transfer(50, { side: 'h', clientId: '' });
    await console_.publish([
      recordOf(TransferSeen, capital),
      recordOf(TransferConfirmed, { ...capital, confirmations: 2 }),
      recordOf(TransferFinalized, { ...capital, confirmations: 9 }),
      entry(capital.transferId, 5, 'capital-finalized'),
    ]);
    const booked = await until('it is booked', async () => {
      const now = await console_.deposit(capital.transferId);
      return now.state === 'finalized' && now.entryIds.length === 1 ? now : undefined;
    });
    expect(booked).toMatchObject({ kind: 'capital', creditedAt: null, entryIds: ['e5'] });
  }, 60_000);

  it('lists every deposit once: by pages, by filter and as one stream', async () => {
    const many = Array.from({ length: 25 }, (_, n) => transfer(n + 100));
    const house = transfer(200, { side: 'h', clientId: '' });
    const nobodys = transfer(201, { clientId: '' });
    const outflow = { ...transfer(202), from: house.to, to: { address: '0x0e', owner: null } };
    await console_.publish([...many, house, nobodys, outflow].map((each) => recordOf(TransferSeen, each)));
    await until(
      'all are there',
      async () => (await console_.read<PageBody>('/deposits?limit=1000&state=seen')).body.items.length === 27,
    );

    const paged: DepositBody[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: PageBody } = await console_.read<PageBody>(
        `/deposits?state=seen&limit=10${cursor ? `&cursor=${cursor}` : ''}`,
      );
      paged.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    expect(paged.map(({ transferId }) => transferId)).toEqual(
      [...many, house, nobodys].map(({ transferId }) => transferId).reverse(),
    );

    const stream = await fetch(`${console_.origin}/api/v1/deposits?state=seen`, {
      headers: { accept: 'application/x-ndjson', ...(await bearer('auditor')) },
    });
    expect(stream.headers.get('content-type')).toContain('application/x-ndjson');
    const lines = (await stream.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual(paged);

    const kinds = async (query: string) =>
      (await console_.read<PageBody>(`/deposits?${query}`)).body.items.map(({ kind }) => kind);
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
    ['a time after the last', 'from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z', 400, 'query.from'],
    ['a foreign cursor', 'cursor=abc', 400, 'query.cursor'],
  ])('refuses a list of deposits by %s, naming the field', async (_, query, status, field) => {
    expect(await console_.read(`/deposits?${query}`)).toMatchObject({ status, body: { errors: [{ field }] } });
  });

  it('shows a poisoned subject in Health, lets the others pass, and replays it by command', async () => {
    const poison = recordOf(TransferSeen, transfer(400));
    await console_.publish([
      { ...poison, value: Buffer.from('poison') },
      recordOf(TransferConfirmed, transfer(400)),
      recordOf(TransferSeen, transfer(401)),
    ]);
    await until('the other passed', async () => (await console_.deposit(transfer(401).transferId)).state === 'seen');
    const subject = transfer(400).transferId;
    const letters = await until('Health shows it', async () => {
      const { deadLetters } = (await console_.read<HealthBody>('/health')).body;
      return deadLetters.length > 0 ? deadLetters : undefined;
    });
    expect(letters).toEqual([
      expect.objectContaining({ service: 'console', topic: 'custody.transfers.v1', subject, behind: 1 }),
    ]);
    const replay = await console_.post('/console/dead-letters/replay', { subject });
    expect([replay.status, ((await replay.json()) as { type: string }).type]).toEqual([
      409,
      'urn:tributary:problem:replay-failed',
    ]);
  }, 60_000);
});
