import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testNamespace, until } from '@tributary/testing';
import { address, CHAIN, DEPOSITS, ETHER, HOT, Registry, type Answer } from './registry.fixture';

const SIGNED = { maker: 'ann', checker: 'bob' };
const SWEEP = {
  mandateId: 'eth-sweep',
  assetId: `${CHAIN}/slip44:60`,
  kind: 'sweep',
  fromRole: 'deposit',
  toWalletId: 'hot',
  threshold: '1000',
  limit: '100000',
  maxFee: '10',
};

describe('the seed file', () => {
  const namespace = testNamespace();
  const folder = mkdtempSync(join(tmpdir(), 'seed-'));
  const file = join(folder, 'seed.json');
  let registry: Registry | undefined;

  afterEach(() => registry?.service.stop());
  afterAll(() => rmSync(folder, { recursive: true }));

  async function startedWith(seed: object): Promise<Answer['body']> {
    writeFileSync(file, JSON.stringify(seed));
    registry = await Registry.start(namespace, { SEED_FILE: file });
    const { get } = registry;
    return until('the seed is done', async () => {
      const { body } = await get('/seed');
      return ['applied', 'faulty'].includes(String(body['state'])) ? body : undefined;
    });
  }

  const seed = {
    ...SIGNED,
    assets: [ETHER],
    clients: [{ clientId: 'CL-1' }],
    wallets: [DEPOSITS, HOT],
    addresses: [{ chain: CHAIN, address: address(1), walletId: 'deposits', clientId: 'CL-1' }],
    mandates: [SWEEP],
  };

  it('of one person is not applied at all', async () => {
    expect(await startedWith({ ...seed, checker: 'ann' })).toMatchObject({
      state: 'faulty',
      applied: 0,
      faults: [expect.stringContaining('checker: must be somebody else than maker')],
    });
    expect(await registry?.items('/changes')).toEqual([]);
  }, 60_000);

  it('is applied once, whatever the number of starts, by the two persons whom it names', async () => {
    expect(await startedWith(seed)).toMatchObject({ state: 'applied', applied: 6, standing: 0, faults: [] });
    expect(await registry?.items('/changes')).toMatchObject(
      Array.from({ length: 6 }, () => ({ ...SIGNED, state: 'approved' })),
    );
    await registry?.service.stop();
    expect(await startedWith(seed)).toMatchObject({ state: 'applied', applied: 0, standing: 6, faults: [] });
  }, 60_000);

  it('reports what differs or is refused, leaves no change open for it, and applies the rest', async () => {
    const report = await startedWith({
      ...SIGNED,
      wallets: [{ ...DEPOSITS, label: 'Renamed' }],
      clients: [{ clientId: 'CL:bad' }, { clientId: 'CL-2' }],
      addresses: [{ chain: CHAIN, address: address(2), walletId: 'nowhere' }],
      mandates: [{ ...SWEEP, limit: '200000' }],
    });
    expect(report).toMatchObject({ state: 'faulty', applied: 1, standing: 0 });
    expect(report['faults']).toEqual([
      expect.stringMatching(/^clients\[0\]: clientId must be/),
      expect.stringMatching(/^wallets\[0\]: label differs from what stands/),
      expect.stringMatching(/^addresses\[0\]: walletId is unknown/),
      expect.stringMatching(/^mandates\[0\]: limit differs from what stands/),
    ]);
    expect(await registry?.items('/changes?state=proposed')).toEqual([]);
  }, 60_000);
});
