import { TEST_TOKEN } from '@tributary/demo';
import { startAnvil } from '@tributary/stack';
import { ServiceProcess, until } from '@tributary/testing';
import { TestChain, type Sent } from './fixtures/test-chain';
import { startLyingProxy } from './lying-proxy.fixture';
import {
  afterwards,
  allocate,
  ALSO_OURS,
  caughtUp,
  chainView,
  facts,
  FINAL_AFTER,
  life,
  listNative,
  listToken,
  newChain,
  OURS,
  recordsOf,
  registrationsTaken,
  sentRecords,
  startWatcher,
  watcherEnv,
  watcherTests,
} from './watcher.fixture';

watcherTests();

it('passes deposits of ether and of a token through every state, and credits nothing that failed', async () => {
  const { chain, anvil, node } = await newChain();
  const token = await node.deployToken();
  const [native, erc20] = [await listNative(chain), await listToken(chain, token)];
  await allocate(chain, OURS);
  const service = await startWatcher(chain, anvil.url);
  await registrationsTaken(service);

  const ether = await node.sendEther(1, OURS, 5n);
  const tokens = await node.callToken(token, 'transfer', OURS, 700n);
  const failed = await node.callToken(token, 'transfer', OURS, 10_000_000n);
  const elsewhere = await node.sendEther(1, ALSO_OURS, 9n);
  await node.mine();
  const height = await node.height();
  await node.mine(FINAL_AFTER + 1);

  const states = [`Seen 0 in ${height}`, `Confirmed 0 in ${height}`, `Finalized 0 in ${height}`];
  await until('both are final', () => life(chain, ether.txid).length === 3 && life(chain, tokens.txid).length === 3);
  expect(life(chain, ether.txid)).toEqual(states);
  expect(life(chain, tokens.txid)).toEqual(states);
  expect(life(chain, failed.txid)).toEqual([]);
  expect(life(chain, elsewhere.txid)).toEqual([]);
  const owner = { walletId: 'deposits', role: 'deposit', side: 'c', clientId: 'client-1' };
  const seen = facts(chain).filter(({ type }) => type === 'TransferSeen');
  expect(seen.map(({ payload }) => payload)).toMatchObject([
    { assetId: native, index: 'native', amount: 5n, to: { address: OURS, owner }, from: { owner: null }, late: false },
    { assetId: erc20, index: 'log:0', amount: 700n, to: { address: OURS, owner }, from: { owner: null }, late: false },
  ]);
});

it('tells what our own addresses send, failures and fees too', async () => {
  const { chain, anvil, node } = await newChain();
  await listNative(chain);
  const sender = node.accounts[2]!.address.toLowerCase();
  await allocate(chain, sender);
  await allocate(chain, OURS);
  const service = await startWatcher(chain, anvil.url);
  await registrationsTaken(service);

  const sweep = await node.sendEther(2, OURS, 3n);
  const failing = await node.send(2, { data: '0xfe', gas: 100_000n });
  await node.mine(FINAL_AFTER + 2);
  await until('both are final', () => life(chain, failing.txid, 'Transaction').length === 2);

  expect(life(chain, sweep.txid)).toHaveLength(3);
  const mined = facts(chain).filter(({ type }) => type === 'TransactionMined');
  expect(mined.map(({ payload }) => payload.status)).toEqual(['success', 'failed']);
  for (const [i, { txid }] of [sweep, failing].entries()) {
    const receipt = await node.rpc<Record<string, string>>('eth_getTransactionReceipt', txid);
    expect(mined[i]!.payload.fee).toBe(BigInt(receipt['gasUsed']!) * BigInt(receipt['effectiveGasPrice']!));
    expect(life(chain, txid, 'Transaction')).toEqual(['Mined 0 in 1', 'Finalized 0 in 1']);
  }
});

it('follows a reorg of three blocks: what leaves is reverted, what returns counts its occurrence', async () => {
  const { chain, anvil, node } = await newChain();
  await listNative(chain);
  await allocate(chain, OURS);
  const service = await startWatcher(chain, anvil.url);
  await registrationsTaken(service);
  await node.mine(2);

  const returning = await node.sendEther(1, OURS, 11n);
  await node.mine();
  const never = await node.sendEther(3, OURS, 12n);
  await node.mine(2);
  await until('the first is confirmed', () => life(chain, returning.txid).includes('Confirmed 0 in 3'));
  await node.reorg(3, [[returning, 2]]);
  await node.mine(FINAL_AFTER + 2);
  await until('the returned is final', () => life(chain, returning.txid).includes('Finalized 1 in 5'));

  expect(life(chain, returning.txid)).toEqual([
    ...['Seen 0 in 3', 'Confirmed 0 in 3', 'Reverted 0 in 3'],
    ...['Seen 1 in 5', 'Confirmed 1 in 5', 'Finalized 1 in 5'],
  ]);
  const neverStates = life(chain, never.txid);
  expect(neverStates.at(-1)).toBe('Reverted 0 in 4');
  expect(neverStates.filter((state) => state.startsWith('Reverted'))).toHaveLength(1);
  const reverts = facts(chain).filter(({ type }) => type === 'TransferReverted');
  expect(reverts.map(({ payload }) => payload.block.height)).toEqual([4, 3]);
});

it('halts at a reorg past finality: it says so, takes nothing back and stays up', async () => {
  const { chain, anvil, node } = await newChain();
  await listNative(chain);
  await allocate(chain, OURS);
  const service = await startWatcher(chain, anvil.url);
  await registrationsTaken(service);
  const deposit = await node.sendEther(1, OURS, 21n);
  await node.mine(FINAL_AFTER + 2);
  await until('the deposit is final', () => life(chain, deposit.txid).length === 3);

  await node.reorg(FINAL_AFTER + 2);
  await until('the chain is halted', async () => (await chainView(service, chain)).halted);
  await node.mine(3);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(life(chain, deposit.txid)).toHaveLength(3);
  expect(facts(chain).filter(({ type }) => type === 'ChainHalted')).toHaveLength(1);
  const view = await chainView(service, chain);
  expect(view.height).toBe(FINAL_AFTER + 2);
  expect(view.halted!.reason).toContain('until an operator resumes it');
});

it('reads blocks again for an address and an asset that were registered late, and says that it is late', async () => {
  const { chain, anvil, node } = await newChain();
  await listNative(chain);
  const service = await startWatcher(chain, anvil.url, 3);
  const token = await node.deployToken();
  const early = await node.sendEther(1, OURS, 31n);
  const tokens = await node.callToken(token, 'transfer', OURS, 32n);
  await node.mine();
  const before = await node.height();
  const later = await node.sendEther(1, OURS, 33n);
  await node.mine(40);
  await caughtUp(service, chain, node);

  await allocate(chain, OURS, before);
  await until('the late deposits are final', () => life(chain, later.txid).length === 3);
  expect(life(chain, early.txid)).toEqual([
    `Seen 0 in ${before}`,
    `Confirmed 0 in ${before}`,
    `Finalized 0 in ${before}`,
  ]);
  expect(life(chain, tokens.txid)).toEqual([]);
  await listToken(chain, token);
  await until('the late token is final', () => life(chain, tokens.txid).length === 3);
  expect(facts(chain).every(({ payload }) => payload.late)).toBe(true);
  await until('nothing is read again any more', async () => (await chainView(service, chain)).backfills.length === 0);

  const live = await node.sendEther(1, OURS, 34n);
  await node.mine();
  await until('the next is seen', () => life(chain, live.txid).length === 1);
  expect(facts(chain).at(-1)!.payload.late).toBe(false);
});

it('counts from the effective block and no earlier, also from one below the start', async () => {
  const { chain, anvil, node } = await newChain();
  const tooEarly = await node.sendEther(1, OURS, 41n);
  await node.mine();
  const belowStart = await node.sendEther(1, OURS, 42n);
  const unnamed = await node.sendEther(1, ALSO_OURS, 43n);
  await node.mine(FINAL_AFTER + 4);
  await listNative(chain, 1);
  await allocate(chain, OURS, 2);
  await allocate(chain, ALSO_OURS);
  const service = await startWatcher(chain, anvil.url, 4);
  await registrationsTaken(service);
  await caughtUp(service, chain, node);
  await until('the one below the start is final', () => life(chain, belowStart.txid).length === 3);
  await until('nothing is read again any more', async () => (await chainView(service, chain)).backfills.length === 0);
  expect(life(chain, tooEarly.txid)).toEqual([]);
  expect(life(chain, unnamed.txid)).toEqual([]);
});

it('takes a registration from the highest block that the registry accepts', async () => {
  const { chain, anvil, node } = await newChain();
  await listNative(chain, Number.MAX_SAFE_INTEGER);
  await allocate(chain, OURS, Number.MAX_SAFE_INTEGER);
  const service = await startWatcher(chain, anvil.url);
  await registrationsTaken(service);
  const tooEarly = await node.sendEther(1, OURS, 44n);
  await node.mine(FINAL_AFTER);
  await caughtUp(service, chain, node);
  expect(life(chain, tooEarly.txid)).toEqual([]);
});

it('loses nothing and doubles nothing over kill -9 while it catches up', async () => {
  const { chain, anvil, node } = await newChain();
  await listNative(chain);
  await allocate(chain, OURS);
  const sent: Sent[] = [];
  for (let i = 0; i < 120; i += 1) {
    sent.push(await node.sendEther(1 + (i % 5), OURS, BigInt(i + 1)));
    await node.mine();
  }
  await node.mine(FINAL_AFTER + 1);
  const seen = () => facts(chain).filter(({ type }) => type === 'TransferSeen').length;
  for (let kills = 0; kills < 2; kills += 1) {
    const before = seen();
    const process = await ServiceProcess.start('services/deposit-watcher/src/main.ts', watcherEnv(chain, anvil.url));
    afterwards(() => process.end('SIGKILL'));
    if (kills === 0) await until('it is at work', () => seen() > before, { everyMs: 20 });
    await process.end('SIGKILL');
  }
  await startWatcher(chain, anvil.url);
  await until('all are final', () => facts(chain).length >= 3 * sent.length, {
    withinMs: 60_000,
    everyMs: 500,
  });
  const sequence = (record: { headers: Record<string, string> }) => Number(record.headers['ce_sequence']);
  const sentSequences = new Set(sentRecords(chain).map(sequence));
  expect([...sentSequences].sort((a, b) => a - b)).toEqual(recordsOf(chain).map(sequence));
  expect(sentSequences.size).toBe(3 * sent.length);
  for (const [i, { txid }] of sent.entries()) {
    expect(life(chain, txid)).toEqual([`Seen 0 in ${i + 1}`, `Confirmed 0 in ${i + 1}`, `Finalized 0 in ${i + 1}`]);
  }
}, 120_000);

it('refuses a node that leaves a log out, names what does not fit, and goes on once the node is honest', async () => {
  const { chain, anvil, node } = await newChain();
  const token = await node.deployToken();
  await listToken(chain, token);
  await allocate(chain, OURS);
  const proxy = await startLyingProxy(anvil.url);
  const service = await startWatcher(chain, proxy.url);
  await registrationsTaken(service);
  await caughtUp(service, chain, node);

  proxy.isLying = true;
  const deposit = await node.callToken(token, 'transfer', OURS, 51n);
  await node.mine();
  const height = await node.height();
  await until('the lie is seen', async () => (await chainView(service, chain)).node.state === 'lying');
  const view = await chainView(service, chain);
  expect(view.node.error).toContain('the receipts root does not fit');
  expect(view.height).toBe(height - 1);
  expect(facts(chain)).toEqual([]);
  proxy.isLying = false;
  await until('the deposit is seen', () => life(chain, deposit.txid).length === 1);
  await until('the node is trusted again', async () => (await chainView(service, chain)).node.state === 'ok');
});

it('waits for a node that is down, of another chain or behind, and loses nothing', async () => {
  const { chain, anvil, node } = await newChain();
  await listNative(chain);
  await allocate(chain, OURS);
  const proxy = await startLyingProxy(anvil.url);
  const service = await startWatcher(chain, proxy.url);
  await registrationsTaken(service);
  await node.mine(3);
  await caughtUp(service, chain, node);
  const stateIs = (state: string) => async () => (await chainView(service, chain)).node.state === state;

  proxy.isDown = true;
  await until('the node is down', stateIs('down'));
  const deposit = await node.sendEther(1, OURS, 61n);
  await node.mine();
  proxy.isDown = false;
  await until('the deposit is seen', () => life(chain, deposit.txid).length === 1);

  const snapshot = await node.rpc('anvil_dumpState');
  await node.mine(3);
  await caughtUp(service, chain, node);
  const older = await startAnvil({ blockTimeSec: 0, chainId: Number(chain.split(':')[1]) });
  afterwards(() => older.stop());
  await new TestChain(older.url, TEST_TOKEN).rpc('anvil_loadState', snapshot);
  proxy.target = older.url;
  await until('the node is behind', stateIs('behind'));
  expect(life(chain, deposit.txid)).toEqual(['Seen 0 in 4', 'Confirmed 0 in 4']);

  const stranger = await newChain();
  proxy.target = stranger.anvil.url;
  await until('the node is of another chain', stateIs('lying'));
  expect((await chainView(service, chain)).node.error).toContain(`follows ${stranger.chain}`);
  proxy.target = anvil.url;
  await until('the node is good again', stateIs('ok'));
});

it('ends, over random reorgs, with exactly what the chain holds, each transfer by whole steps', async () => {
  const { chain, anvil, node } = await newChain();
  await listNative(chain);
  await allocate(chain, OURS);
  const service = await startWatcher(chain, anvil.url);
  await registrationsTaken(service);
  const random = randomFrom(20260101);
  const mined: { sent: Sent; height: number }[] = [];
  for (let step = 0; step < 40; step += 1) {
    const sent = await node.sendEther(1 + random(9), OURS, BigInt(1 + random(1_000)));
    await node.mine();
    mined.push({ sent, height: await node.height() });
    const depth = 1 + random(4);
    if (random(4) === 0 && (await node.height()) > depth) {
      const kept = (await node.height()) - depth;
      const removed = mined.filter(({ height }) => height > kept);
      const returning = removed.slice(0, random(removed.length + 1));
      await node.reorg(
        depth,
        returning.map(({ sent }) => [sent, random(depth)] as const).sort(([, a], [, b]) => a - b),
      );
      mined.splice(
        mined.length - removed.length,
        removed.length,
        ...returning.map(({ sent }) => ({ sent, height: kept + 1 })),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, random(400)));
  }
  await node.mine(FINAL_AFTER + 1);
  const onChain = await depositsOnChain(node, OURS);
  const finals = () => facts(chain).filter(({ type }) => type === 'TransferFinalized');
  await until('all is final', () => finals().length >= onChain.length);

  const finalized = finals().map(({ payload: { txid, amount, block } }) => ({ txid, amount, height: block.height }));
  expect(new Set(finalized)).toEqual(new Set(onChain));
  const WHOLE_LIFE = /^(Seen(Confirmed)?Reverted)*(SeenConfirmedFinalized)?$/;
  for (const txid of new Set(facts(chain).map(({ payload }) => payload.txid))) {
    const story = facts(chain).filter(({ payload }) => payload.txid === txid);
    expect(story.map(({ type }) => type.slice('Transfer'.length)).join('')).toMatch(WHOLE_LIFE);
    const reverted = story.filter(({ type }) => type === 'TransferReverted');
    expect(reverted.map(({ payload }) => payload.occurrence)).toEqual(reverted.map((_, i) => i));
    expect(story.at(-1)!.payload.occurrence).toBe(
      story.at(-1)!.type === 'TransferReverted' ? reverted.length - 1 : reverted.length,
    );
  }
  expect(facts(chain).some(({ type }) => type === 'TransferReverted')).toBe(true);
});

/** The transfers of ether to an address, as the node's blocks have them. */
async function depositsOnChain(node: TestChain, to: string) {
  type Listed = { transactions: { hash: string; to: string | null; value: string }[] };
  const deposits = [];
  for (let height = 1; height <= (await node.height()); height += 1) {
    const block = await node.rpc<Listed>('eth_getBlockByNumber', `0x${height.toString(16)}`, true);
    const found = block.transactions.filter((transaction) => transaction.to === to);
    deposits.push(...found.map(({ hash, value }) => ({ txid: hash, amount: BigInt(value), height })));
  }
  return deposits;
}

/** The same numbers at each run: below(n) is one of 0 .. n-1. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}
