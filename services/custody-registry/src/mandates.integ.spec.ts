import { MandateChanged } from '@tributary/events';
import { testNamespace, TopicTap, until } from '@tributary/testing';
import { CHAIN, DEPOSITS, ETHER, HOT, HOUSE, Registry, TOKEN, WARM } from './registry.fixture';

const WEI = 10n ** 18n;
const SWEEP = {
  mandateId: 'eth-sweep',
  assetId: `${CHAIN}/slip44:60`,
  kind: 'sweep',
  fromRole: 'deposit',
  toWalletId: 'hot',
  threshold: String(WEI),
  automaticUpTo: String(10n * WEI),
  limit: String(100n * WEI),
  maxFee: String(WEI / 100n),
};
const SKIM = { ...SWEEP, mandateId: 'skim', kind: 'skim', fromRole: 'hot', toWalletId: 'warm', threshold: '0' };

describe('a mandate', () => {
  const namespace = testNamespace();
  let registry: Registry;
  let tap: TopicTap;

  beforeAll(async () => {
    registry = await Registry.start(namespace);
    tap = await TopicTap.open(`${namespace}.custody.registry.v1`);
    await registry.record('/assets', ETHER, TOKEN);
    await registry.record('/wallets', DEPOSITS, HOT, WARM, HOUSE);
    await registry.record('/mandates', SWEEP);
  }, 60_000);

  afterAll(async () => {
    await tap?.close();
    await registry?.service.stop();
  });

  it('changes by a next version, and the versions of before stay', async () => {
    const lower = { ...SWEEP, automaticUpTo: '0' };
    await registry.record('/mandates', lower);
    await registry.record('/mandates', { ...lower, enabled: false });
    const { body } = await registry.get('/mandates/eth-sweep');
    const versions = body['versions'] as Record<string, unknown>[];
    expect(versions).toMatchObject([
      { version: 3, enabled: false, automaticUpTo: '0', supersededAt: null },
      { version: 2, enabled: true, automaticUpTo: '0', supersededAt: versions[0]?.['changedAt'] },
      { ...SWEEP, version: 1, chain: CHAIN, maker: 'operator', checker: 'approver', validForSeconds: 3600 },
    ]);
    expect(await registry.items('/mandates?kind=sweep')).toEqual([versions[0]]);
    await until('three versions are published', () => tap.events(MandateChanged).length >= 3);
    expect(tap.events(MandateChanged).map(({ payload }) => payload)).toMatchObject([
      { version: 1, mandateId: 'eth-sweep', chain: CHAIN, threshold: WEI, limit: 100n * WEI, automaticUpTo: 10n * WEI },
      { version: 2, enabled: true, automaticUpTo: 0n },
      { version: 3, enabled: false, maker: 'operator', checker: 'approver' },
    ]);
  });

  it('that is still proposed is edited by nobody else meanwhile', async () => {
    const proposal = await registry.propose('/mandates', { ...SKIM, limit: '1000', automaticUpTo: '0' });
    const edit = await registry.post('/mandates', { items: [SKIM] }, 'approver-2');
    expect(edit).toMatchObject({ status: 409, body: { type: 'urn:tributary:problem:change-open' } });
    expect(edit.body.errors?.[0]?.reason).toContain(`the open change ${String(proposal.body['changeId'])}`);
    await registry.approve(proposal);
    expect((await registry.post('/mandates', { items: [SKIM] }, 'approver-2')).status).toBe(202);
  });

  it.each([
    ['the same terms once more', { ...SWEEP, automaticUpTo: '0', enabled: false }, 409, 'mandateId'],
    ['another asset under its name', { ...SWEEP, assetId: `${CHAIN}/erc20:${TOKEN.contract}` }, 409, 'assetId'],
    ['an asset that is not listed', { ...SWEEP, mandateId: 'x', assetId: 'eip155:1/slip44:60' }, 422, 'assetId'],
    ['a wallet that there is not', { ...SWEEP, mandateId: 'x', toWalletId: 'attic' }, 422, 'toWalletId'],
    ["the house's wallet for clients' money", { ...SWEEP, mandateId: 'x', toWalletId: 'house' }, 422, 'toWalletId'],
    ['more by itself than at all', { ...SWEEP, mandateId: 'x', limit: '1' }, 422, 'automaticUpTo'],
    ['a sweep of every dust', { ...SWEEP, mandateId: 'x', threshold: '0' }, 422, 'threshold'],
  ])('is refused for %s', async (_, item, status, field) => {
    const refusal = await registry.propose('/mandates', item);
    expect([refusal.status, refusal.body.errors?.[0]?.field]).toEqual([status, `body.items.0.${field}`]);
  });

  it('of one purpose excludes a second one, also when both are approved at once', async () => {
    const token = { ...SWEEP, assetId: `${CHAIN}/erc20:${TOKEN.contract}` };
    const pair = ['token-1', 'token-2'].map((mandateId) => ({ ...token, mandateId }));
    const inOne = await registry.propose('/mandates', ...pair);
    expect([inOne.status, inOne.body.errors?.[0]?.field]).toEqual([409, 'body.items.1.mandateId']);
    const rivals = await Promise.all(pair.map((mandate) => registry.propose('/mandates', mandate)));
    const answers = await Promise.all(rivals.map((rival) => registry.approve(rival)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await registry.items(`/mandates?assetId=${encodeURIComponent(token.assetId)}`)).toHaveLength(1);
  });
});
