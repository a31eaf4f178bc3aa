import { numberToHex, type Hex } from 'viem';
import { z } from 'zod';
import { JsonRpc } from './json-rpc';
import { NodeError } from './node-error';
import { verifyBlock, verifyHeader, type BlockRef, type EthereumBlock } from './verified-block';
import { BlockWithTransactions, Header, Quantity, Receipt } from './wire';

/** The head of a node's chain, and the blocks that its tags name; null where the node knows no such block. */
export interface NodeHead {
  readonly latest: BlockRef;
  readonly safe: BlockRef | null;
  readonly finalized: BlockRef | null;
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
