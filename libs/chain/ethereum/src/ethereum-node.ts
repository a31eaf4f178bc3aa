import { keccak256, numberToHex, type Hex } from 'viem';
import { z } from 'zod';
import type { BroadcastOutcome } from './broadcast';
import { feeQuote, type FeeQuote } from './fee-quote';
import { JsonRpc } from './json-rpc';
import { NodeError, NodeRefusal } from './node-error';
import { saysWouldFail, verdictOn } from './refusal';
import { transferCall, type TransferTemplate } from './unsigned-transfer';
import { verifyBlock, verifyHeader, type BlockRef, type EthereumBlock } from './verified-block';
import { BlockWithTransactions, FeeHistory, Hash, Header, PlacedTransaction, Quantity, Receipt } from './wire';

/** The head of a node's chain, and the blocks that its tags name; null where the node knows no such block. */
export interface NodeHead {
  readonly latest: BlockRef;
  readonly safe: BlockRef | null;
  readonly finalized: BlockRef | null;
}

/** A transaction that a node holds. */
export interface NodeTransaction {
  readonly txid: Hex;
  readonly from: Hex;
  readonly nonce: number;
  /** The block that carries it; null while it waits in the node's pool. */
  readonly block: { readonly height: number; readonly hash: Hex } | null;
}

/** Why no gas limit can be told: sent now, the transfer would fail. */
export interface WouldFail {
  readonly code: 'would-fail';
  /** In the node's words. */
  readonly message: string;
}

/** An Ethereum node over JSON-RPC. Whatever it answers is checked; every method throws a NodeError where it cannot be used. */
export class EthereumNode {
  private readonly rpc: JsonRpc;

  /** @param timeoutMs  an answer later than this counts as none */
  constructor(url: string, timeoutMs = 5_000) {
    this.rpc = new JsonRpc(url, timeoutMs);
  }

  /** CAIP-2 id of the chain that the node follows. */
  async chainId(): Promise<string> {
    return `eip155:${await this.rpc.call('eth_chainId', [], Quantity)}`;
  }

  async head(): Promise<NodeHead> {
    const [latest, safe, finalized] = await Promise.all([this.ref('latest'), this.tag('safe'), this.tag('finalized')]);
    if (!latest) throw new NodeError('malformed', 'eth_getBlockByNumber: the node has no latest block: is it syncing?');
    return { latest, safe, finalized };
  }

  /** The block at a height, without what it holds; null above the node's head. */
  async blockRef(height: number): Promise<BlockRef | null> {
    return this.ref(numberToHex(height), height);
  }

  /** The block at a height with all that its transactions did, proven against its hash; null above the node's head. */
  async block(height: number): Promise<EthereumBlock | null> {
    const params = [numberToHex(height), true];
    const block = await this.rpc.call('eth_getBlockByNumber', params, BlockWithTransactions.nullable());
    if (!block) return null;
    assertHeight(block, height);
    return verifyBlock(block, block.transactions, await this.receipts(block.hash));
  }

  /** What gas costs just now. */
  async feeQuote(): Promise<FeeQuote> {
    const [history, tip] = await Promise.all([
      this.rpc.call('eth_feeHistory', ['0x1', 'latest', []], FeeHistory),
      this.rpc.call('eth_maxPriorityFeePerGas', [], Quantity),
    ]);
    return feeQuote(history.baseFeePerGas[1], tip);
  }

  /** Gas that a transfer would use on the newest block; a token's contract may use more by the time it is mined. */
  async estimateGas(
    transfer: Pick<TransferTemplate, 'to' | 'amount' | 'contract'> & { readonly from: string },
  ): Promise<bigint | WouldFail> {
    const { to, valueWei, data } = transferCall(transfer);
    const call = { from: transfer.from, to, value: numberToHex(valueWei), data };
    try {
      const gas = await this.rpc.call('eth_estimateGas', [call], Quantity);
      return valueWei === 0n ? gas : await this.ifHeld(transfer.from, valueWei, gas);
    } catch (fault) {
      if (fault instanceof NodeRefusal && saysWouldFail(fault))
        return { code: 'would-fail', message: fault.rpcMessage };
      throw fault;
    }
  }

  /** The gas, where the sender has the value: some nodes do not look when a plain transfer is estimated. */
  private async ifHeld(from: string, valueWei: bigint, gas: bigint): Promise<bigint | WouldFail> {
    const held = await this.rpc.call('eth_getBalance', [from, 'latest'], Quantity);
    if (held >= valueWei) return gas;
    return { code: 'would-fail', message: `${from} holds ${held} wei, of which ${valueWei} are to be moved` };
  }

  /**
   * Hands signed bytes to the node. A NodeError means that nobody knows whether it took them: send the same bytes again.
   */
  async sendRaw(raw: Hex): Promise<BroadcastOutcome> {
    const txid = keccak256(raw);
    try {
      const said = await this.rpc.call('eth_sendRawTransaction', [raw], Hash);
      if (said === txid) return { kind: 'accepted', txid };
      throw new NodeError('inconsistent', `The node says that it took transaction ${said} where it was given ${txid}`);
    } catch (fault) {
      const kind = fault instanceof NodeRefusal ? verdictOn(fault) : undefined;
      if (kind === undefined) throw fault;
      return kind === 'already-known' ? { kind, txid } : { kind, txid, message: (fault as NodeRefusal).rpcMessage };
    }
  }

  /**
   * How many transactions an address has sent, which is its next nonce, by the node's word.
   *
   * @param at  a block's height or tag; `pending` counts what waits in the node's pool too
   */
  async transactionCount(address: string, at: number | 'latest' | 'pending' | 'safe' | 'finalized'): Promise<number> {
    const block = typeof at === 'number' ? numberToHex(at) : at;
    return Number(await this.rpc.call('eth_getTransactionCount', [address, block], Quantity));
  }

  /** A transaction by the node's word; null where it neither mined nor keeps it. */
  async transactionByHash(txid: string): Promise<NodeTransaction | null> {
    const found = await this.rpc.call('eth_getTransactionByHash', [txid], PlacedTransaction.nullable());
    if (!found) return null;
    const { hash, from, nonce, blockNumber: height, blockHash } = found;
    return { txid: hash, from, nonce, block: height == null || !blockHash ? null : { height, hash: blockHash } };
  }

  /** Receipts by hash, not height: in between, another block may take the height. */
  private async receipts(blockHash: Hex): Promise<Receipt[]> {
    const receipts = await this.rpc.call('eth_getBlockReceipts', [blockHash], z.array(Receipt).nullable());
    if (!receipts)
      throw new NodeError('moved', `Block ${blockHash} left the node's chain while it was read: ask again`);
    return receipts;
  }

  private async ref(block: Hex | 'latest' | 'safe' | 'finalized', height?: number): Promise<BlockRef | null> {
    const header = await this.rpc.call('eth_getBlockByNumber', [block, false], Header.nullable());
    if (!header) return null;
    if (height !== undefined) assertHeight(header, height);
    return verifyHeader(header);
  }

  /** A node may refuse a tag that it does not know, or has no block for yet. */
  private async tag(tag: 'safe' | 'finalized'): Promise<BlockRef | null> {
    return this.ref(tag).catch((fault: unknown) => {
      if (fault instanceof NodeError && fault.code === 'refused') return null;
      throw fault;
    });
  }
}

function assertHeight(header: Header, height: number): void {
  if (header.number === height) return;
  throw new NodeError('inconsistent', `The node answers block ${header.number} where it was asked for ${height}`);
}
