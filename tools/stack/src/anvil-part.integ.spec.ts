import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ethereumRpc } from './ethereum-rpc';
import { Stack } from './stack';

jest.setTimeout(120_000);

interface Block {
  readonly number: string;
  readonly hash: string;
  readonly timestamp: string;
}

let stateDir: string;
let stack: Stack;

beforeEach(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'tributary-anvil-'));
  stack = await startStack();
});

afterEach(() => stack.stop());

const startStack = () =>
  Stack.start({ stateDir, parts: ['ethereum'], given: {}, anvil: { blockTimeSec: 1 }, log: () => undefined });
const rpc = <Result>(method: string, ...params: unknown[]) =>
  ethereumRpc<Result>(stack.env.ETHEREUM_RPC_URL!, method, ...params);
const block = (tag: string) => rpc<Block>('eth_getBlockByNumber', tag, false);
const height = async () => Number(await rpc('eth_blockNumber'));

async function mined(blocks: number): Promise<void> {
  for (const goal = (await height()) + blocks; (await height()) < goal;) await sleep(100);
}

test('kill -9 takes no finalized block, no receipt of one, and the chain goes on with growing times', async () => {
  const [from, to] = await rpc<string[]>('eth_accounts');
  const txid = await rpc<string>('eth_sendTransaction', { from, to, value: '0x1' });
  await mined(12);
  const [genesis, finalized] = [await block('0x0'), await block('finalized')];
  const receipt = await rpc<{ blockHash: string }>('eth_getTransactionReceipt', txid);
  expect(Number(finalized.number)).toBeGreaterThan(0);

  await stack.kill('ethereum');
  await stack.ready('ethereum');

  expect(await block('0x0')).toEqual(genesis);
  expect(await block(finalized.number)).toEqual(finalized);
  expect(await rpc('eth_getTransactionReceipt', txid)).toEqual(receipt);
  const restored = await height();
  await mined(3);
  const times = [];
  for (let number = restored - 2; number <= restored + 3; number++) {
    times.push(Number((await block(`0x${number.toString(16)}`)).timestamp));
  }
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  const [latest, newFinalized] = [await height(), Number((await block('finalized')).number)];
  expect(latest - newFinalized).toBeGreaterThanOrEqual(7); // 8, or less by a block mined between the two questions
  await rpc('eth_sendTransaction', { from, to, value: '0x1' });
});

test('on a chain just put back, balances at a finalized height are known and a reorg works', async () => {
  const [from, to] = await rpc<string[]>('eth_accounts');
  await rpc('eth_sendTransaction', { from, to, value: '0x1' });
  await rpc('anvil_mine', '0x14');
  const finalized = await block('finalized');
  const balance = await rpc('eth_getBalance', to, finalized.number);
  await stack.stop();
  stack = await startStack();
  expect(await rpc('eth_getBalance', to, finalized.number)).toBe(balance);
  const latest = await block('latest');
  await rpc('anvil_reorg', 3, []);
  expect((await block(latest.number)).hash).not.toBe(latest.hash);
  expect(await block(finalized.number)).toEqual(finalized);
});

test('times keep growing when blocks were mined ahead of the clock', async () => {
  await rpc('anvil_mine', '0x14', '0x3c'); // 20 blocks, a minute apart
  const ahead = await block('latest');
  await stack.stop();
  stack = await startStack();
  expect((await block(ahead.number)).hash).toBe(ahead.hash);
  await mined(1);
  expect(Number((await block('latest')).timestamp)).toBeGreaterThan(Number(ahead.timestamp));
});

test('bytes of state per block after ten kills are at most twice those after the first', async () => {
  const bytesPerBlock: number[] = [];
  for (let trial = 0; trial < 10; trial++) {
    await mined(1);
    await stack.kill('ethereum');
    await stack.ready('ethereum');
    bytesPerBlock.push(statSync(join(stateDir, 'ethereum/state.json.gz')).size / ((await height()) + 1));
  }
  expect(bytesPerBlock[9]).toBeLessThanOrEqual(2 * bytesPerBlock[0]!);
});
