import { keccak256, type Hex } from 'viem';
import { headerHash, logsBloom, receiptsRoot, transactionBytes, transactionsRoot } from './block-roots';
import { gasPriceOf } from './gas-price';
import { NodeError } from './node-error';
import type { Header, Log, Receipt, Transaction } from './wire';

/** Where a block stands on its chain. */
export interface BlockRef {
  readonly height: number;
  readonly hash: Hex;
  readonly parentHash: Hex;
  /** The block's own timestamp. */
  readonly time: Date;
}

/** What a transaction did, as its block commits to it. */
export interface MinedTransaction {
  readonly txid: Hex;
  /** The node's word until verifySender() was asked. */
  readonly from: Hex;
  /** Null where it creates a contract. */
  readonly to: Hex | null;
  readonly valueWei: bigint;
  readonly nonce: number;
  readonly status: 'success' | 'failed';
  /** Gas used times its price; blob gas is not in it. */
  readonly feeWei: bigint;
  /** Its signed bytes, whose hash is the txid; null where a development node sent it without a signature. */
  readonly signed: Hex | null;
  /** In the order of the transaction's own receipt. */
  readonly logs: readonly Log[];
}

/** A block with all that its transactions did; its transactions and receipts are proven to be the ones of its hash. */
export interface EthereumBlock extends BlockRef {
  readonly transactions: readonly MinedTransaction[];
}

/**
 * Binds a header, its transactions and their receipts to the block's hash: the hash, both roots, the bloom and every
 * transaction's hash are computed anew. The roots cover what gas was used up to each transaction, not the gas and the
 * price in its receipt: both are computed, and a receipt that says otherwise is refused.
 *
 * What stays the node's word: that the hash is on the chain, and the senders, as to recover one from its signature
 * takes longer than all the rest: see verifySender().
 *
 * @throws {NodeError} inconsistent: names what does not fit
 */
export async function verifyBlock(
  header: Header,
  transactions: readonly Transaction[],
  receipts: readonly Receipt[],
): Promise<EthereumBlock> {
  verifyHeader(header);
  const signed = transactions.map((transaction) => bytesOf(transaction, header));
  if ((await transactionsRoot(signed)) !== header.transactionsRoot) throw lie(header, 'the transactions root');
  if (receipts.some((receipt) => receipt.blockHash !== header.hash)) throw lie(header, "a receipt's block hash");
  if ((await receiptsRoot(receipts)) !== header.receiptsRoot) throw lie(header, 'the receipts root');
  if (logsBloom(receipts.flatMap((receipt) => receipt.logs)) !== header.logsBloom) throw lie(header, 'the logs bloom');
  let gasUsedBefore = 0n;
  const outcomes = transactions.map((transaction, place) => {
    const receipt = receipts[place];
    if (receipt?.transactionHash !== transaction.hash)
      throw lie(header, `the receipt of transaction ${transaction.hash}`);
    const gasUsed = receipt.cumulativeGasUsed - gasUsedBefore;
    gasUsedBefore = receipt.cumulativeGasUsed;
    return outcomeOf(transaction, signed[place]!, receipt, gasUsed, header);
  });
  return { ...refOf(header), transactions: outcomes };
}

/** @throws {NodeError} inconsistent: the hash is not the header's */
export function verifyHeader(header: Header): BlockRef {
  if (headerHash(header) !== header.hash) throw lie(header, 'the header hash');
  return refOf(header);
}

function refOf(header: Header): BlockRef {
  const { number: height, hash, parentHash, timestamp } = header;
  return { height, hash, parentHash, time: new Date(timestamp * 1000) };
}

function bytesOf(transaction: Transaction, header: Header): Hex {
  const bytes = transactionBytes(transaction);
  if (keccak256(bytes) !== transaction.hash && !isImpersonated(transaction))
    throw lie(header, `the hash of transaction ${transaction.hash}`);
  return bytes;
}

/**
 * A development node sends for addresses whose key it lacks, with an empty signature and a made-up hash. No real chain
 * accepts an empty signature, and the transactions root still covers the rest.
 */
function isImpersonated({ r, s }: Transaction): boolean {
  return r === '0x0' && s === '0x0';
}

function outcomeOf(
  transaction: Transaction,
  bytes: Hex,
  receipt: Receipt,
  gasUsed: bigint,
  header: Header,
): MinedTransaction {
  const gasPrice = gasPriceOf(transaction, receipt.type, header.baseFeePerGas);
  if (receipt.gasUsed !== gasUsed) throw lie(header, `the gas used by transaction ${transaction.hash}`);
  if (receipt.effectiveGasPrice !== gasPrice) throw lie(header, `the gas price of transaction ${transaction.hash}`);
  return {
    txid: transaction.hash,
    from: transaction.from,
    to: transaction.to,
    valueWei: transaction.value,
    nonce: transaction.nonce,
    status: receipt.status === '0x1' ? 'success' : 'failed',
    feeWei: gasUsed * gasPrice,
    signed: isImpersonated(transaction) ? null : bytes,
    logs: receipt.logs,
  };
}

function lie(header: Header, what: string): NodeError {
  return new NodeError(
    'inconsistent',
    `Block ${header.number} ${header.hash}: ${what} does not fit what the node says the block holds: ` +
      `compare with another node; if both agree, the chain has a block format that is not supported`,
  );
}
