import { isHex, type Hex } from 'viem';
import { z } from 'zod';

/** The forms of the answers that are read, after the Ethereum JSON-RPC specification; other fields are dropped. */

const QUANTITY = /^0x(0|[1-9a-f][0-9a-f]*)$/i;

const hexOfBytes = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^0x[0-9a-f]{${bytes * 2}}$`, 'i'), `must be 0x and ${bytes * 2} hexadecimal digits`)
    .transform((text) => text.toLowerCase() as Hex);

export const Hash = hexOfBytes(32);
const Address = hexOfBytes(20);
const Data = z
  .string()
  .refine((text) => isHex(text) && text.length % 2 === 0, 'must be 0x and pairs of hexadecimal digits')
  .transform((text) => text.toLowerCase() as Hex);

/** An integer as the node writes it: 0x and no leading zeros. */
export const Quantity = z
  .string()
  .regex(QUANTITY, 'must be 0x and a hexadecimal integer')
  .transform((text) => BigInt(text));

const Count = Quantity.refine((value) => value <= BigInt(Number.MAX_SAFE_INTEGER), 'is too large').transform(Number);

/** A block's header: every field that its hash covers. */
export const Header = z.object({
  number: Count,
  hash: Hash,
  parentHash: Hash,
  sha3Uncles: Hash,
  miner: Address,
  stateRoot: Hash,
  transactionsRoot: Hash,
  receiptsRoot: Hash,
  logsBloom: hexOfBytes(256),
  difficulty: Quantity,
  gasLimit: Quantity,
  gasUsed: Quantity,
  timestamp: Count,
  extraData: Data,
  mixHash: Hash,
  nonce: hexOfBytes(8),
  baseFeePerGas: Quantity.optional(),
  withdrawalsRoot: Hash.optional(),
  blobGasUsed: Quantity.optional(),
  excessBlobGas: Quantity.optional(),
  parentBeaconBlockRoot: Hash.optional(),
  requestsHash: Hash.optional(),
});
export type Header = z.output<typeof Header>;

/** A transaction as it stands in a block. Fields that only its hash needs are passed on unread. */
export const Transaction = z.looseObject({
  hash: Hash,
  from: Address,
  to: Address.nullable(),
  value: Quantity,
  nonce: Count,
  gasPrice: Quantity.nullish(),
  maxFeePerGas: Quantity.nullish(),
  maxPriorityFeePerGas: Quantity.nullish(),
});
export type Transaction = z.output<typeof Transaction>;

/** A transaction asked for by its hash; without a block while it waits in the node's pool. */
export const PlacedTransaction = Transaction.extend({ blockHash: Hash.nullish(), blockNumber: Count.nullish() });

/** Base fees of a block and of the one after it. */
export const FeeHistory = z.object({ baseFeePerGas: z.tuple([Quantity, Quantity]) });

export const BlockWithTransactions = Header.extend({ transactions: z.array(Transaction) });

export const Log = z.object({ address: Address, topics: z.array(Hash).max(4), data: Data });
export type Log = z.output<typeof Log>;

export const Receipt = z.object({
  transactionHash: Hash,
  blockHash: Hash,
  type: Quantity,
  status: z.enum(['0x0', '0x1']),
  cumulativeGasUsed: Quantity,
  gasUsed: Quantity,
  effectiveGasPrice: Quantity,
  logsBloom: hexOfBytes(256),
  logs: z.array(Log),
});
export type Receipt = z.output<typeof Receipt>;
