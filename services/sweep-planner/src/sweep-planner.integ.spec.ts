import { ETHER, FINAL_AFTER, TestCustody } from './fixtures/test-custody.fixture';

jest.setTimeout(600_000);

let custody: TestCustody;

beforeAll(async () => {
  custody = await TestCustody.start();
  await custody.mandate('sweep-ether', {});
});
afterAll(() => custody.stop());

it('a threshold sweep moves what is final to the hot wallet, keeps back its fee, and settles once that is final', async () => {
  const from = custody.address(0);
  const txid = await custody.deposit(from, 3n * ETHER);
  const flow = await custody.settled(from);

  const detail = await custody.flow(flow.flowId);
  expect(detail).toMatchObject({ kind: 'sweep', amount: String(3n * ETHER - ETHER / 1000n), approvers: [] });
  expect(detail.inputs).toEqual([{ transferId: `${custody.chain}/${txid}/native`, amount: detail.amount }]);
  expect(detail.history.map(({ state }) => state)).toEqual([
    ...['PLANNED', 'BUILT', 'APPROVED', 'SIGNING', 'SIGNED', 'BROADCAST', 'MINED', 'SETTLED'],
  ]);
  expect(await custody.saidUpTo('SweepSettled', flow.flowId)).toEqual([
    ...['SweepPlanned', 'SweepApproved', 'SweepBroadcast', 'SweepSettled'],
  ]);
  expect(await custody.balance(custody.address('hot'))).toBe(BigInt(detail.amount));
  expect(await custody.unitsAt(from)).toEqual({ client: await custody.balance(from), house: 0n });
  expect(await custody.leases()).toBe(0);
});

it('what is below the threshold stays, and what more arrives is swept with it, oldest first', async () => {
  const from = custody.address(1);
  const small = await custody.deposit(from, ETHER / 2n);
  await custody.mine(2);
  expect(await custody.flows(`&address=${from}`)).toEqual([]);
  const more = await custody.deposit(from, ETHER);
  const { flowId } = await custody.settled(from);
  expect((await custody.flow(flowId)).inputs).toEqual([
    { transferId: `${custody.chain}/${small}/native`, amount: String(ETHER / 2n) },
    { transferId: `${custody.chain}/${more}/native`, amount: String(ETHER - ETHER / 1000n) },
  ]);
});

it('more than the limit is swept in parts, each of its own flow', async () => {
  const from = custody.address(2);
  await custody.mandate('sweep-ether', { automaticUpTo: 20n * ETHER, limit: 2n * ETHER });
  await custody.deposit(from, 4n * ETHER);
  await custody.mineUntil('nothing is left to sweep', async () => (await custody.settledFrom(from)).length === 2);
  const [later, first] = (await custody.settledFrom(from)).map(({ amount }) => BigInt(amount));
  expect(first).toBe(2n * ETHER);
  expect(later).toBeLessThan(2n * ETHER - ETHER / 1000n);
  expect(later).toBeGreaterThan(ETHER);
  await custody.mandate('sweep-ether', {});
});

describe('a token', () => {
  beforeAll(async () => {
    const assetId = custody.tokenId;
    await custody.mandate('sweep-token', { ...{ assetId, threshold: 100n, automaticUpTo: 5_000n, limit: 20_000n } });
  });

  it('waits for gas that the gas wallet sends and that is final; the deposit of ether beside it is not touched', async () => {
    const from = custody.address(3);
    await custody.deposit(from, ETHER / 10n);
    await custody.deposit(from, 700n, custody.token.contract);
    const waiting = await custody.flowIn('APPROVED', from, custody.tokenId);
    await custody.mineUntil('it says what it waits for', async () =>
      (await custody.flow(waiting.flowId)).waitingFor?.includes('no mandate lets that be topped up'),
    );

    await custody.mandate('top-up', { kind: 'top-up', fromRole: 'gas', toWalletId: null, threshold: 0n });
    await custody.mineUntil('the gas wallet is empty', async () =>
      (await custody.flow(waiting.flowId)).waitingFor?.includes('fund it'),
    );
    await custody.deposit(custody.address('gas'), ETHER);
    const topUp = await custody.mineUntil('the top-up is settled', async () =>
      (await custody.flows('&kind=top-up&state=SETTLED')).find(({ to }) => to.address === from),
    );
    expect(BigInt(topUp.amount)).toBe(ETHER / 1000n);
    const swept = await custody.settled(from, custody.tokenId);

    const [attempt] = (await custody.flow(swept.flowId)).attempts;
    expect(swept.amount).toBe('700');
    expect(await custody.unitsAt(from)).toEqual({
      client: ETHER / 10n,
      house: ETHER / 1000n - BigInt(attempt!.fee!),
    });
    const said = custody.said().map(({ type, payload }) => `${type} ${String(payload['kind'])}`);
    expect(said.indexOf('SweepSettled top-up')).toBeLessThan(said.lastIndexOf('SweepBroadcast sweep'));
    expect(await custody.leases()).toBe(0);
  });

  it('whose transfer fails on the chain pays its fee, moves nothing, and is not tried again at once', async () => {
    const from = custody.address(4);
    const contract = custody.token.contract!;
    custody.signer.fault = ({ body }) => (body.includes(contract.slice(2)) ? { status: 503, body: '' } : undefined);
    await custody.deposit(from, 800n, contract);
    const signing = await custody.mineUntil('it is with the signer', async () =>
      (await custody.flows(`&address=${from}&kind=sweep&state=SIGNING`)).at(0),
    );
    custody.signer.fault = undefined;
    await custody.flowIn('BROADCAST', from, custody.tokenId);
    const code = await custody.outside.rpc('eth_getCode', [contract, 'latest']);
    await custody.outside.rpc('anvil_setCode', [contract, '0xfe']);
    await custody.mine();
    await custody.outside.rpc('anvil_setCode', [contract, code]);
    const failed = await custody.mineUntil('it has failed', async () => {
      const flow = await custody.flow(signing.flowId);
      return flow.state === 'FAILED' ? flow : undefined;
    });

    expect(await custody.saidUpTo('SweepFailed', failed.flowId)).toEqual([
      ...['SweepPlanned', 'SweepApproved', 'SweepBroadcast', 'SweepFailed'],
    ]);
    expect(failed.reason).toContain('failed on the chain and moved nothing');
    expect((await custody.unitsAt(from, custody.tokenId)).client).toBe(800n);
    expect((await custody.unitsAt(from)).house).toBe(await custody.balance(from));
    await custody.mine(FINAL_AFTER);
    expect(await custody.flows(`&address=${from}&kind=sweep`)).toHaveLength(1);
    expect(await custody.leases()).toBe(0);
  });
});

describe('by hand', () => {
  const body = (amount: bigint, kind = 'skim', more: object = {}) => ({
    ...{ kind, assetId: custody.ether, fromWalletId: 'hot', toWalletId: 'cold', amount: amount.toString(), ...more },
  });

  it('nothing moves without a mandate, to a wallet that is not there, or more than is final and free', async () => {
    expect((await custody.post('/sweeps', body(ETHER), 'approver')).status).toBe(403);
    expect((await custody.post('/sweeps', body(ETHER), 'operator')).body).toMatchObject({
      status: 422,
      detail: expect.stringContaining('No mandate lets a skim'),
    });
    const elsewhere = await custody.post('/sweeps', body(ETHER, 'skim', { toWalletId: 'attic' }), 'operator');
    expect(elsewhere.body).toMatchObject({ status: 422, errors: [{ field: 'body.toWalletId' }] });

    const skim = { kind: 'skim', fromRole: 'hot', toWalletId: 'cold', threshold: 0n, automaticUpTo: 0n };
    await custody.mandate('skim-ether', { ...skim, limit: 50n * ETHER });
    await custody.mineUntil('the mandate is in force', async () => {
      const { body: problem } = await custody.post('/sweeps', body(40n * ETHER), 'operator');
      return String(problem['type']).endsWith('insufficient-funds') ? problem : undefined;
    });
  });

  it('a skim is planned by an operator, approved by another, and settles into cold', async () => {
    const planned = await custody.post('/sweeps', body(2n * ETHER), 'operator');
    expect(planned).toMatchObject({ status: 202, body: { kind: 'skim', maker: 'operator', needsApproval: true } });
    const flowId = String(planned.body['flowId']);
    expect((await custody.post('/sweeps', body(ETHER), 'operator')).body).toMatchObject({
      detail: expect.stringContaining('is not over yet'),
    });
    await custody.flowIn('PENDING_APPROVAL', custody.address('hot'));
    const { digest } = await custody.flow(flowId);
    const approved = await custody.post(`/sweeps/${flowId}/approve`, { digest }, 'approver');
    expect(approved).toMatchObject({ status: 200, body: { state: 'APPROVED', approvers: ['approver'] } });
    await custody.settled(custody.address('hot'));
    expect(await custody.balance(custody.address('cold'))).toBe(2n * ETHER);
  });
});
