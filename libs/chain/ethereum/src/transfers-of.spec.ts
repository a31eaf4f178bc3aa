import { pragueBlock } from './vectors/prague-block';
import { transfersOf } from './transfers-of';
import { verifyBlock, type EthereumBlock } from './verified-block';

const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
const FROM = `0x${'00'.repeat(12)}${'aa'.repeat(20)}` as const;
const TO = `0x${'00'.repeat(12)}${'bb'.repeat(20)}` as const;
const ONE = `0x${'00'.repeat(31)}01` as const;
const TOKEN = `0x${'11'.repeat(20)}` as const;

function blockWithLogs(...logs: EthereumBlock['transactions'][number]['logs']): EthereumBlock {
  const txid = `0x${'77'.repeat(32)}` as const;
  const transaction = { txid, from: TOKEN, to: TOKEN, valueWei: 0n, nonce: 0, feeWei: 1n, signed: null, logs };
  const ref = { height: 1, hash: txid, parentHash: txid, time: new Date(0) };
  return { ...ref, transactions: [{ ...transaction, status: 'success' }] };
}

describe('transfersOf', () => {
  it('finds the mint, the transfer and both native values of a recorded block, and nothing that failed or moved 0', async () => {
    const { block, receipts, token } = pragueBlock();
    const verified = await verifyBlock(block, block.transactions, receipts);
    const found = transfersOf(verified, new Set([token]));
    expect(found.map(({ index, contract, amount }) => ({ index, contract, amount }))).toEqual([
      { index: 'log:0', contract: token, amount: 1000n },
      { index: 'log:0', contract: token, amount: 10n },
      { index: 'native', contract: null, amount: 5n },
      { index: 'native', contract: null, amount: 6n },
    ]);
  });

  it('ignores contracts that are not listed', async () => {
    const { block, receipts } = pragueBlock();
    const verified = await verifyBlock(block, block.transactions, receipts);
    expect(transfersOf(verified, new Set()).every(({ index }) => index === 'native')).toBe(true);
  });

  it("counts a log's place within its own receipt, whatever else the receipt holds", () => {
    const other = { address: TO.slice(0, 42) as `0x${string}`, topics: [TRANSFER, FROM, TO] as const, data: ONE };
    const block = blockWithLogs(
      { ...other, topics: [...other.topics] },
      { address: TOKEN, topics: [TRANSFER, FROM, TO], data: ONE },
    );
    expect(transfersOf(block, new Set([TOKEN]))).toEqual([
      expect.objectContaining({ index: 'log:1', from: `0x${'aa'.repeat(20)}`, to: `0x${'bb'.repeat(20)}`, amount: 1n }),
    ]);
  });

  it('sends the value of a contract creation to the created contract', () => {
    const [transaction] = blockWithLogs().transactions;
    const from = '0x6ac7ea33f8831ea9dcc53393aaa88b25a785dbf0';
    const created = { ...transaction!, from, to: null, nonce: 1, valueWei: 3n } as const;
    expect(transfersOf({ ...blockWithLogs(), transactions: [created] }, new Set())).toEqual([
      expect.objectContaining({ index: 'native', from, to: '0x343c43a37d37dff08ae8c4a11544c718abb4fcf8', amount: 3n }),
    ]);
  });

  it.each([
    ['an ERC-721 transfer, which has four topics', { topics: [TRANSFER, FROM, TO, ONE], data: '0x' }],
    ['data longer than one word', { topics: [TRANSFER, FROM, TO], data: `${ONE}${'00'.repeat(32)}` }],
    ['data shorter than one word', { topics: [TRANSFER, FROM, TO], data: '0x01' }],
    ['unindexed ends', { topics: [TRANSFER], data: ONE }],
    ['another event', { topics: [FROM, FROM, TO], data: ONE }],
  ] as const)('ignores %s', (_, { topics, data }) => {
    const log = { address: TOKEN, topics: [...topics], data: data as `0x${string}` };
    expect(transfersOf(blockWithLogs(log), new Set([TOKEN]))).toEqual([]);
  });
});
