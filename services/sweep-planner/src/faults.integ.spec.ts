import { mnemonicToAccount } from 'viem/accounts';
import { keccak256 } from 'viem';
import { ETHER, FINAL_AFTER, TestCustody, type Flow } from './fixtures/test-custody.fixture';

jest.setTimeout(600_000);

let custody: TestCustody;

beforeAll(async () => {
  custody = await TestCustody.start();
  await custody.mandate('sweep-ether', {});
});
afterEach(() => {
  custody.node.fault = undefined;
  custody.signer.fault = undefined;
});
afterAll(() => custody.stop());

describe('the node', () => {
  it('that answers a transaction id and drops the transaction is given the same bytes again', async () => {
    const from = custody.address(0);
    const dropped = new Set<string>();
    custody.node.fault = ({ body }) => {
      const { method, params, id } = JSON.parse(body);
      if (method !== 'eth_sendRawTransaction' || dropped.size === 3) return undefined;
      dropped.add(`${dropped.size} ${params[0]}`);
      return { status: 200, body: JSON.stringify({ jsonrpc: '2.0', id, result: keccak256(params[0]) }) };
    };
    await custody.deposit(from, 2n * ETHER);
    const flow = await custody.settled(from);
    expect(new Set([...dropped].map((each) => each.split(' ')[1])).size).toBe(1);
    expect(dropped.size).toBe(3);
    expect((await custody.flow(flow.flowId)).attempts).toHaveLength(1);
    expect(await custody.saidUpTo('SweepSettled', flow.flowId)).toHaveLength(4);
  });

  it('that asks more than the maximum fee makes the plan wait, and says so', async () => {
    const from = custody.address(1);
    custody.node.fault = ({ body }) => {
      const { method, id } = JSON.parse(body);
      if (method !== 'eth_maxPriorityFeePerGas') return undefined;
      return { status: 200, body: JSON.stringify({ jsonrpc: '2.0', id, result: '0x2540be40000' }) };
    };
    await custody.deposit(from, 2n * ETHER);
    const waiting = await custody.flowIn('APPROVED', from);
    await custody.mineUntil('it says what it waits for', async () =>
      (await custody.flow(waiting.flowId)).waitingFor?.includes('over the maximum fee'),
    );
    custody.node.fault = undefined;
    expect((await custody.settled(from)).flowId).toBe(waiting.flowId);
  });

  it('takes a replacement at the same nonce only if it offers a tenth more, within the approved maximum', async () => {
    const from = custody.address(2);
    await custody.deposit(from, 2n * ETHER);
    const flow = await custody.flowIn('BROADCAST', from);
    const [first] = (await custody.flow(flow.flowId)).attempts;
    const offer = (maxFeePerGas: bigint) =>
      custody.post(`/sweeps/${flow.flowId}/replace`, { maxFeePerGas: maxFeePerGas.toString() }, 'operator');
    const before = BigInt(first!.maxFeePerGas);
    expect(await offer(before + 1n)).toMatchObject({
      status: 422,
      body: { type: 'urn:tributary:problem:fee-underpriced' },
    });
    expect(await offer(ETHER)).toMatchObject({ status: 422, body: { type: 'urn:tributary:problem:fee-over-maximum' } });
    expect((await offer(before * 2n)).status).toBe(202);
    await custody.mineUntil('it is settled', async () => (await custody.flow(flow.flowId)).state === 'SETTLED');

    const { attempts } = await custody.flow(flow.flowId);
    expect(attempts.map(({ nonce }) => nonce)).toEqual([first!.nonce, first!.nonce]);
    expect(attempts.map(({ state }) => state).sort()).toEqual(['SETTLED', 'SUPERSEDED']);
    expect(await custody.outside.number('eth_getTransactionCount', [from, 'latest'])).toBe(1);
    expect(await custody.leases()).toBe(0);
  });
});

describe('the signer', () => {
  it('that is down is asked again, Health says so, and nothing is signed twice', async () => {
    const from = custody.address(3);
    custody.signer.fault = () => ({ status: 503, body: 'out of order' });
    await custody.deposit(from, 2n * ETHER);
    const { flowId } = await custody.flowIn('SIGNING', from);
    await custody.mineUntil('Health says so', async () =>
      (await custody.trouble('SignAttempts'))?.includes('signer fails'),
    );
    const [{ unsigned } = { unsigned: '' }] = await custody.query<{ unsigned: string }>(
      'SELECT unsigned_bytes AS unsigned FROM attempt WHERE flow_id = $1',
      [flowId],
    );
    custody.signer.fault = undefined;
    await custody.settled(from);
    const asked = custody.signer.asked.filter((body) => body.includes(unsigned));
    expect(asked.length).toBeGreaterThan(1);
    expect((await custody.flow(flowId)).attempts).toHaveLength(1);
  });

  it("that signs with another key is refused by name; the flow stays until it signs with the address's own", async () => {
    const from = custody.address(4);
    const thief = mnemonicToAccount('test test test test test test test test test test test junk');
    custody.signer.fault = async ({ path, body }) => {
      if (!path.includes('/sign/')) return undefined;
      return { status: 200, body: await thief.sign({ hash: keccak256(JSON.parse(body).data) }) };
    };
    await custody.deposit(from, 2n * ETHER);
    const { flowId } = await custody.flowIn('SIGNING', from);
    await custody.mineUntil('Health says so', async () =>
      (await custody.trouble())?.includes(`Flow ${flowId} is not signed: The signer answers for ${from}`),
    );
    expect((await custody.flow(flowId)).attempts).toMatchObject([{ state: 'SIGNING', txid: null }]);
    custody.signer.fault = undefined;
    expect((await custody.settled(from)).flowId).toBe(flowId);
  });

  it('that signs the same again and otherwise is not heard: the database keeps what was signed first', async () => {
    const [row] = await custody.query<{ flowId: string }>(
      `SELECT flow_id AS "flowId" FROM attempt WHERE signed_bytes IS NOT NULL LIMIT 1`,
    );
    const forge = (column: string) =>
      custody.query(`UPDATE attempt SET ${column} = '0x00' WHERE flow_id = $1`, [row!.flowId]);
    await expect(forge('signed_bytes')).rejects.toThrow('its bytes are never overwritten');
    await expect(forge('txid')).rejects.toThrow('its bytes are never overwritten');
  });
});

describe('two planners', () => {
  it('at once plan, sign and settle each address once', async () => {
    const first = custody.planner;
    const second = await custody.startPlanner();
    const addresses = [5, 6, 7, 8].map((n) => custody.address(n));
    for (const address of addresses) await custody.pay(address, 2n * ETHER);
    await custody.mine(FINAL_AFTER + 2);
    for (const address of addresses) await custody.settled(address);
    for (const address of addresses) {
      expect(await custody.flows(`&address=${address}`)).toHaveLength(1);
      expect(await custody.outside.number('eth_getTransactionCount', [address, 'latest'])).toBe(1);
    }
    expect(await custody.leases()).toBe(0);
    await custody.stopPlanner(second);
    custody.planner = first;
  });

  it('one after the other: what was signed and not sent is sent, not signed anew', async () => {
    const from = custody.address(9);
    custody.node.fault = ({ body }) =>
      body.includes('eth_sendRawTransaction') ? { status: 502, body: 'no way through' } : undefined;
    await custody.deposit(from, 2n * ETHER);
    const { flowId } = await custody.flowIn('SIGNED', from);
    const [signed] = (await custody.flow(flowId)).attempts;
    await custody.stopPlanner();
    custody.node.fault = undefined;
    await custody.startPlanner();
    const settled = await custody.settled(from);
    expect(settled).toMatchObject({ flowId, txid: signed!.txid });
  });
});

describe('a destination', () => {
  it('that is not in the address book is never paid, and Health says what to do', async () => {
    const from = custody.address(10);
    await custody.mandate('sweep-ether', { toWalletId: 'attic' });
    await custody.deposit(from, 2n * ETHER);
    await custody.mineUntil('Health says so', async () =>
      (await custody.trouble())?.includes('Wallet attic has no address'),
    );
    expect(await custody.flows(`&address=${from}`)).toEqual([]);
    await custody.mandate('sweep-ether', {});
    expect((await custody.settled(from)).to.address).toBe(custody.address('hot'));
  });
});

describe('money that leaves without a plan', () => {
  it('is an unexplained outflow, its fee too, in Health and in the list', async () => {
    const from = custody.address('hot');
    const stolen = await custody.sendBehindItsBack('hot', { to: `0x${'ee'.repeat(20)}`, value: ETHER });
    await custody.mine(FINAL_AFTER + 2);
    const outflows = await custody.mineUntil('both are listed', async () => {
      const { items } = await custody.get<Outflows>('/outflows?state=unexplained');
      return items.length === 2 ? items : undefined;
    });
    expect(outflows.map(({ what, txid }) => [what, txid]).sort()).toEqual([
      ['fee', stolen],
      ['transfer', stolen],
    ]);
    await custody.mineUntil('Health says so', async () =>
      (await custody.trouble())?.includes('2 outflows that no flow'),
    );
    expect((await custody.unitsAt(from)).client).toBe(await custody.balance(from));
  });

  it('and takes the nonce of a flow: the flow fails, frees its lease, and the address goes on with the next nonce', async () => {
    const from = custody.address(11);
    custody.node.fault = ({ body }) =>
      body.includes('eth_sendRawTransaction') ? { status: 502, body: 'no way through' } : undefined;
    await custody.deposit(from, 4n * ETHER);
    const { flowId } = await custody.flowIn('SIGNED', from);
    await custody.sendBehindItsBack(11, { to: custody.address('warm'), value: ETHER });
    const lost = await custody.mineUntil('the flow has failed', async () => {
      const flow = await custody.flow(flowId);
      return flow.state === 'FAILED' ? flow : undefined;
    });
    custody.node.fault = undefined;
    expect(lost.reason).toContain('used its nonce');
    expect(await custody.saidUpTo('SweepFailed', flowId)).toEqual([
      ...['SweepPlanned', 'SweepApproved', 'SweepBroadcast', 'SweepFailed'],
    ]);
    expect(await custody.leases()).toBe(0);
    expect((await custody.unitsAt(from)).client).toBe(await custody.balance(from));
    expect((await custody.unitsAt(custody.address('warm'))).client).toBe(ETHER);
    await custody.query(`UPDATE flow SET updated_at = now() - interval '1 hour' WHERE flow_id = $1`, [flowId]);
    const next: Flow = await custody.settled(from);
    expect((await custody.flow(next.flowId)).attempts).toMatchObject([{ nonce: 1 }]);
  });
});

interface Outflows {
  readonly items: readonly { readonly what: string; readonly txid: string }[];
}
