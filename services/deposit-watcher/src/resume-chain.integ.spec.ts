import { TEST_TOKEN } from '@tributary/demo';
import type { RunningService } from '@tributary/platform-service';
import { startAnvil } from '@tributary/stack';
import { bearer, until } from '@tributary/testing';
import { TestChain } from './fixtures/test-chain';
import { startLyingProxy } from './lying-proxy.fixture';
import {
  afterwards,
  allocate,
  caughtUp,
  chainView,
  facts,
  FINAL_AFTER,
  life,
  listNative,
  newChain,
  OURS,
  registrationsTaken,
  startWatcher,
  watcherTests,
} from './watcher.fixture';

watcherTests();

const REASON = 'Compared with two other nodes: the new chain is the one';

async function resume(service: RunningService, chain: string, body: object = { reason: REASON }, who = 'operator') {
  const response = await fetch(`${service.url}/chains/${chain}/resume`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await bearer(who as 'operator')) },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** A chain with ether listed, our address and a sender of ours, and its watcher. */
async function watchedChain() {
  const { chain, anvil, node } = await newChain();
  await listNative(chain);
  await allocate(chain, OURS);
  await allocate(chain, node.accounts[2]!.address.toLowerCase());
  const service = await startWatcher(chain, anvil.url);
  await registrationsTaken(service);
  return { chain, anvil, node, service };
}

async function halted(service: RunningService, chain: string): Promise<void> {
  await until('the chain is halted', async () => (await chainView(service, chain)).halted);
}

/** Of how many blocks a reorg that takes the block of a height consists. */
async function depthTo(node: TestChain, height: number): Promise<number> {
  return (await node.height()) - height + 1;
}

it('takes final facts back newest first, and what returns is final again with its second occurrence', async () => {
  const { chain, node, service } = await watchedChain();
  await node.mine(2);
  const [first, sweep] = [await node.sendEther(1, OURS, 11n), await node.sendEther(2, OURS, 12n)];
  await node.mine();
  const never = await node.sendEther(3, OURS, 13n);
  await node.mine(FINAL_AFTER);
  const last = await node.sendEther(4, OURS, 14n);
  await node.mine();
  await until('the first are final', () => life(chain, never.txid).length === 3);
  await until('the last is seen', () => life(chain, last.txid).length === 1);

  const block3 = await node.rpc<{ transactions: string[] }>('eth_getBlockByNumber', '0x3', false);
  await node.reorg(await depthTo(node, 3), [
    [first, 1],
    [sweep, 1],
    [last, 2],
  ]);
  await halted(service, chain);
  const before = facts(chain).length;
  const { status, body } = await resume(service, chain);
  expect(status).toBe(200);
  const fork = await node.rpc<{ hash: string }>('eth_getBlockByNumber', '0x2', false);
  const counts = { revertedTransfers: 4, revertedTransactions: 1 };
  expect(body).toEqual({ chain, height: 2, hash: fork.hash, ...counts });

  await node.mine(FINAL_AFTER + 2);
  await until('the last is final', () => life(chain, last.txid).includes('Finalized 1 in 5'));
  const story = facts(chain).slice(before);
  const { type, payload } = story.find((fact) => fact.type !== 'ChainHalted')!;
  expect([type, payload]).toEqual([
    'ChainResumed',
    expect.objectContaining({ height: 2, hash: fork.hash, operator: 'operator', reason: REASON }),
  ]);
  const taken = story.filter((fact) => fact.type.endsWith('Reverted'));
  expect(taken.map((fact) => [fact.type, fact.payload.txid, fact.payload.fromState ?? fact.payload.wasFinal])).toEqual([
    ['TransferReverted', last.txid, 'seen'],
    ['TransferReverted', never.txid, 'finalized'],
    ...block3.transactions
      .toReversed()
      .flatMap((txid) => [
        ...(txid === sweep.txid ? [['TransactionReverted', txid, true]] : []),
        ['TransferReverted', txid, 'finalized'],
      ]),
  ]);
  expect(story.indexOf(taken.at(-1)!) - story.indexOf(taken[0]!)).toBe(taken.length - 1);

  expect(life(chain, never.txid).at(-1)).toBe('Reverted 0 in 4');
  const firstLife = ['Seen 0 in 3', 'Confirmed 0 in 3', 'Finalized 0 in 3', 'Reverted 0 in 3'];
  for (const { txid } of [first, sweep]) {
    expect(life(chain, txid)).toEqual([...firstLife, 'Seen 1 in 4', 'Confirmed 1 in 4', 'Finalized 1 in 4']);
  }
  expect(life(chain, sweep.txid, 'Transaction')).toEqual([
    ...['Mined 0 in 3', 'Finalized 0 in 3', 'Reverted 0 in 3'],
    ...['Mined 1 in 4', 'Finalized 1 in 4'],
  ]);
  const lastResume = { operator: 'operator', reason: REASON, height: 2, ...counts };
  expect(await chainView(service, chain)).toMatchObject({ halted: null, lastResume });
});

it('needs a word for each halt, and records both', async () => {
  const { chain, node, service } = await watchedChain();
  const deposit = await node.sendEther(1, OURS, 21n);
  await node.mine(FINAL_AFTER + 2);
  for (const [round, height] of [1, 2, 3].entries()) {
    await until('it is final', () => life(chain, deposit.txid).includes(`Finalized ${round} in ${height}`));
    if (round === 2) break;
    await node.reorg(await depthTo(node, height), [[deposit, 1]]);
    await halted(service, chain);
    expect(life(chain, deposit.txid).at(-1)).toBe(`Finalized ${round} in ${height}`);
    const reason = `halt ${round}`;
    expect(await resume(service, chain, { reason })).toMatchObject({ status: 200, body: { height: height - 1 } });
    expect(await chainView(service, chain)).toMatchObject({ lastResume: { reason } });
    await node.mine(FINAL_AFTER);
  }
  expect(life(chain, deposit.txid).filter((state) => state.startsWith('Reverted'))).toEqual([
    'Reverted 0 in 1',
    'Reverted 1 in 2',
  ]);
});

it('takes nothing back where the node has returned to our chain', async () => {
  const { chain, anvil, node } = await newChain();
  await listNative(chain);
  await allocate(chain, OURS);
  const proxy = await startLyingProxy(anvil.url);
  const service = await startWatcher(chain, proxy.url);
  await registrationsTaken(service);
  const deposit = await node.sendEther(1, OURS, 31n);
  await node.mine(FINAL_AFTER + 2);
  await until('the deposit is final', () => life(chain, deposit.txid).length === 3);
  const ourChain = await node.rpc('anvil_dumpState');
  await node.reorg(FINAL_AFTER + 2);
  await halted(service, chain);

  const honest = await startAnvil({ blockTimeSec: 0, chainId: Number(chain.split(':')[1]), slotsInAnEpoch: 4 });
  afterwards(() => honest.stop());
  const honestNode = new TestChain(honest.url, TEST_TOKEN);
  await honestNode.rpc('anvil_loadState', ourChain);
  proxy.target = honest.url;
  const counts = { revertedTransfers: 0, revertedTransactions: 0 };
  expect(await resume(service, chain)).toMatchObject({ status: 200, body: { height: FINAL_AFTER + 2, ...counts } });
  await honestNode.mine();
  await caughtUp(service, chain, honestNode);
  expect(life(chain, deposit.txid)).toHaveLength(3);
});

it('answers two operators at once with one resume', async () => {
  const { chain, node, service } = await watchedChain();
  await node.sendEther(1, OURS, 41n);
  await node.mine(FINAL_AFTER + 2);
  await until('it is final', () => facts(chain).some(({ type }) => type === 'TransferFinalized'));
  await node.reorg(FINAL_AFTER + 2);
  await halted(service, chain);
  const answers = await Promise.all([1, 2, 3, 4].map(() => resume(service, chain)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  await node.mine();
  await caughtUp(service, chain, node);
  const count = (of: string) => facts(chain).filter(({ type }) => type === of).length;
  expect([count('ChainHalted'), count('ChainResumed'), count('TransferReverted')]).toEqual([1, 1, 1]);
});

it('refuses, and says what to do: not halted, unknown, no reason, another role, a node that is away', async () => {
  const { chain, anvil, node, service } = await watchedChain();
  const refusal = async (...asked: Parameters<typeof resume> extends [unknown, ...infer Rest] ? Rest : never) => {
    const { status, body } = await resume(service, ...asked);
    return [status, String(body['type']).split(':').at(-1)];
  };
  await node.mine(FINAL_AFTER + 2);
  await caughtUp(service, chain, node);
  expect(await refusal(chain)).toEqual([409, 'chain-not-halted']);
  expect(await refusal('eip155:1')).toEqual([404, 'chain-unknown']);

  await node.reorg(FINAL_AFTER + 2);
  await halted(service, chain);
  for (const body of [{}, { reason: ' ' }, { reason: REASON, force: true }]) {
    expect((await resume(service, chain, body)).status).toBe(400);
  }
  for (const who of ['approver', 'finance', 'auditor']) {
    expect((await resume(service, chain, { reason: REASON }, who)).status).toBe(403);
  }
  await anvil.kill();
  expect(await refusal(chain)).toEqual([409, 'node-unusable']);
  expect((await chainView(service, chain)).halted).not.toBeNull();
  expect(facts(chain).some(({ type }) => type === 'ChainResumed' || type.endsWith('Reverted'))).toBe(false);
});

it('stays halted where the chains parted before everything that is remembered', async () => {
  const { chain, node, service } = await watchedChain();
  await node.mine(FINAL_AFTER + 80);
  await caughtUp(service, chain, node);
  await node.reorg(FINAL_AFTER + 80 - 1);
  await halted(service, chain);
  const { status, body } = await resume(service, chain);
  expect([status, body['type'], body['detail']]).toEqual([
    409,
    expect.stringContaining('fork-unknown'),
    expect.stringContaining('ETHEREUM_RPC_URL'),
  ]);
});
