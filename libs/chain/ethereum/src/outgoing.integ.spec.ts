import { startAnvil, type Anvil } from '@tributary/stack';
import { keccak256, type Hex } from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import { z } from 'zod';
import { EthereumNode } from './ethereum-node';
import { JsonRpc } from './json-rpc';
import { unsignedTransfer, type TransferTemplate } from './unsigned-transfer';
import { Quantity } from './wire';
import { withSignature } from './with-signature';

const CHAIN_ID = 31337;
const [rich, poor] = [
  mnemonicToAccount('test test test test test test test test test test test junk'),
  mnemonicToAccount('fabric ocean tribute ladder gravity orchard velvet museum anchor canyon lantern harvest'),
];
const FROM = rich.address.toLowerCase();
const TO = `0x${'bb'.repeat(20)}`;

let anvil: Anvil;
let node: EthereumNode;
const mine = (blocks = 1) =>
  new JsonRpc(anvil.url, 5_000).call('anvil_mine', [`0x${blocks.toString(16)}`], z.unknown());

beforeEach(async () => {
  anvil = await startAnvil({ blockTimeSec: 0, chainId: CHAIN_ID });
  node = new EthereumNode(anvil.url);
});
afterEach(() => anvil.stop());

async function signed(template: Partial<TransferTemplate> = {}, signer = rich) {
  const unsigned = unsignedTransfer({
    ...{ chainId: CHAIN_ID, nonce: 0, to: TO, amount: 5n, gasLimit: 21_000n },
    ...{ maxFeePerGas: 5_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n },
    ...template,
  });
  const signature = await signer.sign!({ hash: keccak256(unsigned) });
  return withSignature(unsigned, signature);
}

it('a transfer built from a quote and an estimate is accepted, mined and found under its own id', async () => {
  const { maxFeePerGas, maxPriorityFeePerGas, baseFeePerGas } = await node.feeQuote();
  const gasLimit = await node.estimateGas({ from: FROM, to: TO, amount: 5n });
  expect(gasLimit).toBe(21_000n);
  expect(maxFeePerGas).toBe(2n * baseFeePerGas + maxPriorityFeePerGas);
  const { raw, txid, from } = await signed({ gasLimit: gasLimit as bigint, maxFeePerGas, maxPriorityFeePerGas });
  expect(from).toBe(FROM);
  expect(await node.transactionByHash(txid)).toBeNull();

  expect(await node.sendRaw(raw)).toEqual({ kind: 'accepted', txid });
  expect(await node.transactionByHash(txid)).toEqual({ txid, from, nonce: 0, block: null });
  expect([await node.transactionCount(FROM, 'latest'), await node.transactionCount(FROM, 'pending')]).toEqual([0, 1]);
  await mine();
  const block = await node.blockRef(1);
  expect(await node.transactionByHash(txid)).toMatchObject({ block: { height: 1, hash: block!.hash } });
  expect([await node.transactionCount(FROM, 'latest'), await node.transactionCount(FROM, 'finalized')]).toEqual([1, 0]);
  await mine(8);
  expect(await node.transactionCount(FROM, 'finalized')).toBe(1);
  expect(await node.transactionCount(FROM, 0)).toBe(0);
});

it('the base fee that is quoted is the one that the next block has', async () => {
  await mine(3);
  const { baseFeePerGas } = await node.feeQuote();
  await mine();
  const header = z.object({ baseFeePerGas: Quantity });
  const next = await new JsonRpc(anvil.url, 5_000).call('eth_getBlockByNumber', ['latest', false], header);
  expect(baseFeePerGas).toBe(next.baseFeePerGas);
});

it('each way in which a node refuses bytes is told apart', async () => {
  const first = await signed();
  const kindOf = async (template: Partial<TransferTemplate>, signer = rich) =>
    (await node.sendRaw((await signed(template, signer)).raw)).kind;
  await node.sendRaw(first.raw);
  expect(await node.sendRaw(first.raw)).toEqual({ kind: 'already-known', txid: first.txid });
  expect(await kindOf({ maxFeePerGas: 4_000_000_000n })).toBe('underpriced');
  expect(await kindOf({ nonce: 1, maxFeePerGas: 1n, maxPriorityFeePerGas: 1n })).toBe('underpriced');
  expect(await kindOf({}, poor)).toBe('insufficient-funds');
  expect(await kindOf({ nonce: 1, gasLimit: 100n })).toBe('rejected');
  expect(await kindOf({ nonce: 1, chainId: 1 })).toBe('rejected');
  await mine();
  expect(await kindOf({ amount: 6n })).toBe('nonce-too-low');
  expect((await node.sendRaw(first.raw)).kind).toBe('nonce-too-low');
});

it('a replacement that pays enough takes the nonce, and the node forgets the first', async () => {
  const first = await signed();
  const second = await signed({ maxFeePerGas: 9_000_000_000n, maxPriorityFeePerGas: 2_000_000_000n });
  await node.sendRaw(first.raw);
  expect(await node.sendRaw(second.raw)).toEqual({ kind: 'accepted', txid: second.txid });
  await mine();
  expect(await node.transactionByHash(first.txid)).toBeNull();
  expect(await node.transactionByHash(second.txid)).toMatchObject({ block: { height: 1 } });
});

it('a token transfer that its contract would refuse has no estimate', async () => {
  const reverting: Hex = `0x${'99'.repeat(20)}`;
  await new JsonRpc(anvil.url, 5_000).call('anvil_setCode', [reverting, '0x60006000fd'], z.unknown());
  const answer = await node.estimateGas({ from: FROM, to: TO, amount: 5n, contract: reverting });
  expect(answer).toMatchObject({ code: 'would-fail', message: expect.stringContaining('revert') });
});

it('a node that is away leaves the outcome open: an error, not a verdict', async () => {
  const { raw } = await signed();
  await anvil.kill();
  await expect(node.sendRaw(raw)).rejects.toMatchObject({ code: 'unreachable' });
});
