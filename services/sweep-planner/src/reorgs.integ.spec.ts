import { ETHER, FINAL_AFTER, TestCustody } from './fixtures/test-custody.fixture';

jest.setTimeout(600_000);

let custody: TestCustody;

beforeAll(async () => {
  custody = await TestCustody.start();
  await custody.mandate('sweep-ether', {});
});
afterAll(() => custody.stop());

/** Mines until the sweep out of an address is in a block. */
async function mined(from: string) {
  await custody.flowIn('BROADCAST', from);
  await custody.mine();
  return custody.flowIn('MINED', from);
}

it('a reorg that takes the sweep gives it back to the node, which mines the same bytes again', async () => {
  const from = custody.address(0);
  await custody.deposit(from, 2n * ETHER);
  const { flowId, txid } = await mined(from);
  await custody.outside.rpc('anvil_reorg', [1, []]);
  await custody.mineUntil('it is out again', async () =>
    (await custody.flow(flowId)).history
      .map(({ state }) => state)
      .join(' ')
      .includes('MINED BROADCAST'),
  );
  const settled = await custody.settled(from);
  expect(settled).toMatchObject({ flowId, txid });
  expect(await custody.saidUpTo('SweepSettled', flowId)).toEqual([
    ...['SweepPlanned', 'SweepApproved', 'SweepBroadcast', 'SweepSettled'],
  ]);
});

it('a reorg past finality that takes a settled sweep takes it back, and settles it again with the same bytes', async () => {
  const from = custody.address(1);
  await custody.deposit(from, 2n * ETHER);
  const { flowId, txid } = await custody.settled(from);
  const hot = await custody.unitsAt(custody.address('hot'));
  await custody.reorgFrom(txid!);
  await custody.mine(2);
  await custody.resumeChain();
  const again = await custody.mineUntil('it is settled again', async () => {
    const flow = await custody.flow(flowId);
    const states = flow.history.map(({ state }) => state);
    return states.includes('REVERTED') && flow.state === 'SETTLED' ? flow : undefined;
  });
  expect(again.txid).toBe(txid);
  expect(custody.said(flowId).map(({ type }) => type)).toEqual([
    ...['SweepPlanned', 'SweepApproved', 'SweepBroadcast', 'SweepSettled'],
    ...['SweepReverted', 'SweepBroadcast', 'SweepSettled'],
  ]);
  expect(await custody.unitsAt(custody.address('hot'))).toEqual(hot);
  expect(await custody.leases()).toBe(0);
});

it('a reorg past finality that takes the deposit under a sweep takes the sweep back too, until the deposit returns', async () => {
  const from = custody.address(2);
  const deposit = await custody.payRaw(from, 2n * ETHER);
  await custody.mine(FINAL_AFTER + 2);
  const { flowId, txid } = await mined(from);
  await custody.reorgFrom(deposit.txid);
  await custody.mine(2);
  await custody.resumeChain();
  const reverted = await custody.flowIn('REVERTED', from);
  expect(reverted.reason).toContain('left the chain by a reorg past finality');
  expect(await custody.saidUpTo('SweepReverted', flowId)).toEqual([
    ...['SweepPlanned', 'SweepApproved', 'SweepBroadcast', 'SweepReverted'],
  ]);
  expect((await custody.unitsAt(from)).client).toBe(0n);
  expect(await custody.leases()).toBe(1);

  await custody.outside.rpc('eth_sendRawTransaction', [deposit.raw]);
  const settled = await custody.settled(from);
  expect(settled).toMatchObject({ flowId, txid });
  expect((await custody.unitsAt(from)).client).toBe(await custody.balance(from));
  expect(await custody.leases()).toBe(0);
});

it('a reorg past finality that takes the deposit while the signer is asked: what it signs is not announced until the deposit returns', async () => {
  const from = custody.address(4);
  custody.signer.fault = () => ({ status: 503, body: '' });
  const deposit = await custody.payRaw(from, 2n * ETHER);
  await custody.mine(FINAL_AFTER + 2);
  const { flowId } = await custody.flowIn('SIGNING', from);
  await custody.reorgFrom(deposit.txid);
  await custody.mine(2);
  await custody.resumeChain();
  await custody.mineUntil('the deposit is taken back', async () => (await custody.unitsAt(from)).client === 0n);
  custody.signer.fault = undefined;
  const reverted = await custody.flowIn('REVERTED', from);
  expect(reverted.reason).toContain('left the chain by a reorg past finality');
  expect(custody.said(flowId).map(({ type }) => type)).toEqual(['SweepPlanned', 'SweepApproved']);

  await custody.outside.rpc('eth_sendRawTransaction', [deposit.raw]);
  expect((await custody.settled(from)).flowId).toBe(flowId);
  expect(await custody.leases()).toBe(0);
});

it('a sweep that a reorg past finality takes back has its source to itself again, though another flow has the gas by then', async () => {
  const [from, assetId] = [custody.address(3), custody.tokenId];
  await custody.mandate('sweep-token', { assetId, threshold: 100n, automaticUpTo: 5_000n, limit: 20_000n });
  await custody.mandate('top-up', { kind: 'top-up', fromRole: 'gas', toWalletId: null, threshold: 0n });
  await custody.deposit(custody.address('gas'), ETHER);
  await custody.mandate('sweep-ether', { enabled: false });
  await custody.deposit(from, 6n * ETHER);
  await custody.deposit(from, 700n, custody.token.contract);
  const { flowId, txid } = await custody.settled(from, assetId);
  await custody.mandate('sweep-ether', {});
  const other = await custody.flowIn('PENDING_APPROVAL', from);

  await custody.reorgFrom(txid!);
  await custody.mine(2);
  await custody.resumeChain();
  await custody.flowIn('REVERTED', from, assetId);
  expect((await custody.flow(other.flowId)).state).toBe('PENDING_APPROVAL');
  await custody.post(`/sweeps/${other.flowId}/cancel`, { reason: 'the reorg' }, 'operator');
  const leased = await custody.query<{ resource: string }>('SELECT resource FROM lease WHERE flow_id = $1', [flowId]);
  expect(leased.map(({ resource }) => resource).sort()).toEqual([`${from}/${assetId}`, `${from}/${custody.ether}`]);
});
