import type { Header } from './wire';
import { pragueBlock } from './vectors/prague-block';
import { verifyBlock, verifyHeader } from './verified-block';
import { verifySender } from './verify-sender';

const HASH_OF_NOTHING = '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421';

/** Block 0 of Ethereum's main network, as published in the Yellow Paper's appendix and by every client. */
const GENESIS: Header = {
  number: 0,
  hash: '0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3',
  parentHash: `0x${'00'.repeat(32)}`,
  sha3Uncles: '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347',
  miner: `0x${'00'.repeat(20)}`,
  stateRoot: '0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544',
  transactionsRoot: HASH_OF_NOTHING,
  receiptsRoot: HASH_OF_NOTHING,
  logsBloom: `0x${'00'.repeat(256)}`,
  difficulty: 0x400000000n,
  gasLimit: 5000n,
  gasUsed: 0n,
  timestamp: 0,
  extraData: '0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa',
  mixHash: `0x${'00'.repeat(32)}`,
  nonce: '0x0000000000000042',
};

describe('verifyHeader', () => {
  it('recomputes the published hash of the main network genesis block', () => {
    expect(verifyHeader(GENESIS).hash).toBe(GENESIS.hash);
  });

  it('refuses a header with another field', () => {
    expect(() => verifyHeader({ ...GENESIS, gasLimit: 5001n })).toThrow('the header hash does not fit');
  });
});

describe('verifyBlock', () => {
  it('accepts a block as its chain has it, with failed and with legacy transactions', async () => {
    const { block, receipts } = pragueBlock();
    const verified = await verifyBlock(block, block.transactions, receipts);
    expect(verified.transactions.map(({ status }) => status)).toEqual([
      ...['success', 'success', 'failed', 'success', 'success', 'success', 'success', 'failed'],
    ]);
    expect(verified.transactions.map(({ feeWei }) => feeWei)).toEqual(
      receipts.map(({ gasUsed, effectiveGasPrice }) => gasUsed * effectiveGasPrice),
    );
  });

  it('accepts a block without transactions', async () => {
    await expect(verifyBlock(GENESIS, [], [])).resolves.toMatchObject({ height: 0, transactions: [] });
  });

  type Recording = ReturnType<typeof pragueBlock>;
  it.each<[string, (recording: Recording) => unknown, string]>([
    ['a log left out', ({ receipts }) => receipts[1]!.logs.pop(), 'the receipts root'],
    ['a log doubled', ({ receipts }) => receipts[1]!.logs.push(receipts[1]!.logs[0]!), 'the receipts root'],
    ['a failure told as a success', ({ receipts }) => (receipts[2]!.status = '0x1'), 'the receipts root'],
    ['a receipt left out', ({ receipts }) => receipts.pop(), 'the receipts root'],
    ['receipts swapped', ({ receipts }) => receipts.unshift(receipts.splice(1, 1)[0]!), 'the receipts root'],
    ['a receipt of another block', ({ receipts }) => (receipts[0]!.blockHash = GENESIS.hash), "a receipt's block hash"],
    ['another amount of gas', ({ receipts }) => (receipts[1]!.gasUsed += 1n), 'the gas used by transaction'],
    ['another price of gas', ({ receipts }) => (receipts[1]!.effectiveGasPrice += 1n), 'the gas price of transaction'],
    [
      'a legacy price changed',
      ({ receipts }) => (receipts[5]!.effectiveGasPrice -= 1n),
      'the gas price of transaction',
    ],
    ['a transaction left out', ({ block }) => block.transactions.pop(), 'the transactions root'],
    ['another value', ({ block }) => (block.transactions[5]!.value = 6n), 'the hash of transaction'],
    ['another block hash', ({ block }) => (block.hash = GENESIS.hash), 'the header hash'],
    ['another bloom', ({ block }) => (block.logsBloom = GENESIS.logsBloom), 'the header hash'],
  ])('refuses %s', async (_, falsify, what) => {
    const recording = pragueBlock();
    falsify(recording);
    const { block, receipts } = recording;
    const verifying = verifyBlock(block, block.transactions, receipts);
    await expect(verifying).rejects.toMatchObject({ code: 'inconsistent', message: expect.stringContaining(what) });
  });
});

describe('verifySender', () => {
  it('accepts who signed a transaction, of every signed form, and refuses anybody else', async () => {
    const { block, receipts } = pragueBlock();
    const { transactions } = await verifyBlock(block, block.transactions, receipts);
    for (const transaction of transactions) await verifySender(transaction);
    const another = { ...transactions[5]!, from: transactions[5]!.to! };
    await expect(verifySender(another)).rejects.toMatchObject({ code: 'inconsistent' });
  });
});
