import { getContractAddress, type Hex } from 'viem';
import type { TransferIndex } from '@tributary/domain-custody';
import type { EthereumBlock, MinedTransaction } from './verified-block';
import type { Log } from './wire';

/** Value that one transaction moved from one address to another. */
export interface ChainTransfer {
  readonly txid: Hex;
  readonly index: TransferIndex;
  /** Token contract; null for the native asset. */
  readonly contract: Hex | null;
  readonly from: Hex;
  readonly to: Hex;
  /** Base units, above zero. */
  readonly amount: bigint;
}

/** keccak256("Transfer(address,address,uint256)") */
const TRANSFER_TOPIC = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
const WORD_HEX_DIGITS = 64;

/**
 * The transfers of a block, in block order: the native value of each successful transaction, and the ERC-20
 * `Transfer` events of the given contracts.
 *
 * A failed transaction moves nothing. Zero amounts and events of another form (ERC-721 has four topics) are noise.
 *
 * @param contracts  token contracts to look at, lower-case
 */
export function transfersOf(block: EthereumBlock, contracts: ReadonlySet<string>): ChainTransfer[] {
  return block.transactions
    .filter((transaction) => transaction.status === 'success')
    .flatMap((transaction) => [...nativeTransfer(transaction), ...tokenTransfers(transaction, contracts)]);
}

function nativeTransfer({ txid, from, to, nonce, valueWei }: MinedTransaction): ChainTransfer[] {
  if (valueWei === 0n) return [];
  return [{ txid, index: 'native', contract: null, from, to: to ?? createdContract(from, nonce), amount: valueWei }];
}

/** Where the value of a transaction goes that creates a contract. */
function createdContract(from: Hex, nonce: number): Hex {
  return getContractAddress({ from, nonce: BigInt(nonce) }).toLowerCase() as Hex;
}

function tokenTransfers({ txid, logs }: MinedTransaction, contracts: ReadonlySet<string>): ChainTransfer[] {
  return logs.flatMap((log, place): ChainTransfer[] => {
    const moved = contracts.has(log.address) ? readTransfer(log) : undefined;
    return moved ? [{ txid, index: `log:${place}`, contract: log.address, ...moved }] : [];
  });
}

function readTransfer({ topics, data }: Log): Pick<ChainTransfer, 'from' | 'to' | 'amount'> | undefined {
  const [topic, from, to] = topics;
  if (topic !== TRANSFER_TOPIC || !from || !to || topics.length !== 3) return undefined;
  if (data.length !== 2 + WORD_HEX_DIGITS) return undefined;
  const amount = BigInt(data);
  return amount > 0n ? { from: addressOf(from), to: addressOf(to), amount } : undefined;
}

/** An indexed address fills a word; the address is its low 20 bytes. */
function addressOf(topic: Hex): Hex {
  return `0x${topic.slice(-40)}`;
}
