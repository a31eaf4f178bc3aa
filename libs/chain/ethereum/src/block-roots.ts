import { createMPT } from '@ethereumjs/mpt';
import {
  bytesToHex,
  concatHex,
  formatTransaction,
  hexToBytes,
  keccak256,
  serializeTransaction,
  toRlp,
  type Hex,
  type RpcTransaction,
  type Signature,
  type TransactionSerializable,
} from 'viem';
import type { Header, Receipt, Transaction } from './wire';

/** An integer as RLP wants it: big-endian without leading zeros, zero empty. */
function rlpInteger(value: bigint | number): Hex {
  if (value === 0 || value === 0n) return '0x';
  const digits = value.toString(16);
  return `0x${digits.length % 2 === 0 ? digits : `0${digits}`}`;
}

/**
 * Hash of a header: keccak256(rlp([parentHash, ..., nonce, fields that later forks appended, as far as present])).
 *
 * @see Yellow Paper 4.4; EIP-1559, EIP-4895, EIP-4844, EIP-4788, EIP-7685 for the appended fields, in this order
 */
export function headerHash(header: Header): Hex {
  const appended: readonly (Hex | undefined)[] = [
    header.baseFeePerGas === undefined ? undefined : rlpInteger(header.baseFeePerGas),
    header.withdrawalsRoot,
    header.blobGasUsed === undefined ? undefined : rlpInteger(header.blobGasUsed),
    header.excessBlobGas === undefined ? undefined : rlpInteger(header.excessBlobGas),
    header.parentBeaconBlockRoot,
    header.requestsHash,
  ];
  return keccak256(
    toRlp([
      header.parentHash,
      header.sha3Uncles,
      header.miner,
      header.stateRoot,
      header.transactionsRoot,
      header.receiptsRoot,
      header.logsBloom,
      rlpInteger(header.difficulty),
      rlpInteger(header.number),
      rlpInteger(header.gasLimit),
      rlpInteger(header.gasUsed),
      rlpInteger(header.timestamp),
      header.extraData,
      header.mixHash,
      header.nonce,
      ...appended.filter((field) => field !== undefined),
    ]),
  );
}

/** Root of the trie rlp(index) -> item, as headers commit to transactions and receipts. */
async function listRoot(items: readonly Hex[]): Promise<Hex> {
  const trie = await createMPT();
  for (const [index, item] of items.entries()) await trie.put(hexToBytes(toRlp(rlpInteger(index))), hexToBytes(item));
  return bytesToHex(trie.root());
}

/**
 * Root over a block's receipts, each as type || rlp([status, cumulativeGasUsed, logsBloom, logs]); legacy ones without
 * the type.
 *
 * @see Yellow Paper 4.3.1; EIP-2718
 */
export function receiptsRoot(receipts: readonly Receipt[]): Promise<Hex> {
  return listRoot(
    receipts.map((receipt) => {
      const body = toRlp([
        receipt.status === '0x1' ? '0x01' : '0x',
        rlpInteger(receipt.cumulativeGasUsed),
        receipt.logsBloom,
        receipt.logs.map((log) => [log.address, [...log.topics], log.data]),
      ]);
      return receipt.type === 0n ? body : concatHex([rlpInteger(receipt.type), body]);
    }),
  );
}

/** The signed bytes of a transaction, whose keccak256 is its hash, from the node's description of it. */
export function transactionBytes(described: Transaction): Hex {
  const { r, s, v, yParity, input, ...transaction } = formatTransaction(described as unknown as RpcTransaction);
  const unsigned = { ...transaction, data: input } as TransactionSerializable;
  return serializeTransaction(unsigned, { r, s, v, yParity } as Signature);
}

/** Root over a block's transactions in their signed form. */
export function transactionsRoot(transactions: readonly Hex[]): Promise<Hex> {
  return listRoot(transactions);
}

const BLOOM_BITS = 2048;
const BLOOM_BYTES = BLOOM_BITS / 8;

/**
 * Bloom filter over the addresses and topics of logs: each sets three bits, the low 11 bits of the first three
 * byte pairs of its keccak256.
 *
 * @see Yellow Paper 4.3.1
 */
export function logsBloom(logs: Receipt['logs']): Hex {
  const bloom = new Uint8Array(BLOOM_BYTES);
  for (const entry of logs.flatMap((log) => [log.address, ...log.topics])) {
    const digest = Buffer.from(keccak256(hexToBytes(entry), 'bytes'));
    for (const pair of [0, 2, 4]) {
      const bit = digest.readUInt16BE(pair) % BLOOM_BITS;
      const byte = BLOOM_BYTES - 1 - (bit >> 3);
      bloom[byte] = bloom[byte]! | (1 << (bit & 7));
    }
  }
  return bytesToHex(bloom);
}
