/**
 * What the chain says, read from the node by code of its own: plain JSON-RPC and hex, nothing of the watcher's.
 */

/** A transfer of value to one of the watched addresses, as it stands in the chain. */
export interface ChainDeposit {
  readonly transferId: string;
  readonly txid: string;
  readonly assetId: string;
  readonly from: string;
  readonly address: string;
  readonly amount: bigint;
  readonly height: number;
}

/** A transaction that one of the watched addresses sent, as it stands in the chain. */
export interface ChainPayment {
  readonly txid: string;
  readonly from: string;
  /** What it moved; undefined where it failed, or called something else than a token's transfer. */
  readonly moved?: { readonly assetId: string; readonly to: string; readonly amount: bigint };
}

interface RpcTransaction {
  readonly hash: string;
  readonly from: string;
  readonly input: string;
  readonly to: string | null;
  readonly value: string;
}

interface RpcLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
}

interface RpcReceipt {
  readonly transactionHash: string;
  readonly status: string;
  readonly logs: readonly RpcLog[];
}

const TRANSFER_TOPIC = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
const BALANCE_OF = '0x70a08231';
const TRANSFER_CALL = '0xa9059cbb';

/** Reads one chain through one node. */
export class ChainTruth {
  private id = 0;

  constructor(
    private readonly url: string,
    private readonly chain: string,
  ) {}

  async finalizedHeight(): Promise<number> {
    return Number((await this.rpc<{ number: string }>('eth_getBlockByNumber', ['finalized', false])).number);
  }

  /** Every transfer of ether, or of one of the tokens, to one of the addresses, from genesis to a height. */
  async deposits(addresses: ReadonlySet<string>, tokens: ReadonlySet<string>, height: number): Promise<ChainDeposit[]> {
    const deposits: ChainDeposit[] = [];
    for (let at = 0; at <= height; at += 1) {
      const block = await this.rpc<{ transactions: RpcTransaction[] }>('eth_getBlockByNumber', [hex(at), true]);
      for (const transaction of block.transactions) {
        const receipt = await this.rpc<RpcReceipt>('eth_getTransactionReceipt', [transaction.hash]);
        if (receipt.status !== '0x1') continue;
        const found = [
          ...this.native(transaction, addresses),
          ...receipt.logs.flatMap((log, index) => this.token(log, index, addresses, tokens)),
        ];
        for (const deposit of found) {
          deposits.push({
            ...deposit,
            txid: transaction.hash,
            transferId: `${this.chain}/${transaction.hash}/${deposit.index}`,
            height: at,
          });
        }
      }
    }
    return deposits;
  }

  /** Every transaction that one of the addresses sent, from genesis to a height. */
  async payments(addresses: ReadonlySet<string>, height: number): Promise<ChainPayment[]> {
    const payments: ChainPayment[] = [];
    for (let at = 0; at <= height; at += 1) {
      const block = await this.rpc<{ transactions: RpcTransaction[] }>('eth_getBlockByNumber', [hex(at), true]);
      for (const transaction of block.transactions) {
        const from = transaction.from.toLowerCase();
        if (!addresses.has(from)) continue;
        const receipt = await this.rpc<RpcReceipt>('eth_getTransactionReceipt', [transaction.hash]);
        const moved = receipt.status === '0x1' ? this.movedBy(transaction) : undefined;
        payments.push({ txid: transaction.hash, from, ...(moved && { moved }) });
      }
    }
    return payments;
  }

  /** What an address holds of an asset at a height, in base units. */
  async balance(assetId: string, address: string, height: number): Promise<bigint> {
    const contract = /\/erc20:(0x[0-9a-f]{40})$/.exec(assetId)?.[1];
    if (!contract) return BigInt(await this.rpc<string>('eth_getBalance', [address, hex(height)]));
    const data = BALANCE_OF + address.slice(2).padStart(64, '0');
    return BigInt(await this.rpc<string>('eth_call', [{ to: contract, data }, hex(height)]));
  }

  private movedBy({ to, value, input }: RpcTransaction): ChainPayment['moved'] {
    if (!to) return undefined;
    if (BigInt(value) > 0n) return { assetId: `${this.chain}/slip44:60`, to: to.toLowerCase(), amount: BigInt(value) };
    if (!input.startsWith(TRANSFER_CALL)) return undefined;
    const assetId = `${this.chain}/erc20:${to.toLowerCase()}`;
    return { assetId, to: `0x${input.slice(34, 74).toLowerCase()}`, amount: BigInt(`0x${input.slice(74, 138)}`) };
  }

  private native({ from, to, value }: RpcTransaction, addresses: ReadonlySet<string>) {
    const amount = BigInt(value);
    if (!to || amount === 0n || !addresses.has(to.toLowerCase())) return [];
    const asset = { index: 'native', assetId: `${this.chain}/slip44:60` };
    return [{ ...asset, from: from.toLowerCase(), address: to.toLowerCase(), amount }];
  }

  private token(
    { address: contract, topics, data }: RpcLog,
    index: number,
    addresses: ReadonlySet<string>,
    tokens: ReadonlySet<string>,
  ) {
    const [topic, from = '', to = ''] = topics;
    const address = `0x${to.slice(26).toLowerCase()}`;
    if (
      topic !== TRANSFER_TOPIC ||
      topics.length !== 3 ||
      !tokens.has(contract.toLowerCase()) ||
      !addresses.has(address)
    ) {
      return [];
    }
    const amount = BigInt(data);
    if (amount === 0n) return [];
    const asset = { index: `log:${index}`, assetId: `${this.chain}/erc20:${contract.toLowerCase()}` };
    return [{ ...asset, from: `0x${from.slice(26).toLowerCase()}`, address, amount }];
  }

  private async rpc<T>(method: string, params: readonly unknown[]): Promise<T> {
    this.id += 1;
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: this.id, method, params }),
    });
    const { result, error } = (await answer.json()) as { result: T; error?: { message: string } };
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }
}

function hex(height: number): string {
  return `0x${height.toString(16)}`;
}
