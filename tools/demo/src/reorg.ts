import type { OutsideNode } from './outside-node';
import type { SentTransaction } from './sender';
import type { Random } from './random';

/** What a reorg did to the transactions of the blocks that it replaced. */
export interface Reorg {
  readonly depth: number;
  readonly returned: readonly string[];
  readonly dropped: readonly string[];
}

/**
 * Replaces the newest blocks by others of the same count. Some of their transactions return in another block,
 * the rest never do: per sender a prefix by nonce returns, since a later one can't stand without an earlier one.
 *
 * @param sent  every transaction that may lie in those blocks, as it was signed
 */
export async function reorg(
  node: OutsideNode,
  depth: number,
  sent: ReadonlyMap<string, SentTransaction>,
  random: Random,
): Promise<Reorg> {
  const head = await node.height();
  const bySender = new Map<string, SentTransaction[]>();
  for (let height = head - depth + 1; height <= head; height += 1) {
    const block = await node.rpc<{ transactions: string[] }>('eth_getBlockByNumber', [
      `0x${height.toString(16)}`,
      false,
    ]);
    for (const txid of block.transactions) {
      const transaction = sent.get(txid);
      if (!transaction) continue;
      bySender.set(transaction.sender, [...(bySender.get(transaction.sender) ?? []), transaction]);
    }
  }
  const returned: [string, number][] = [];
  const dropped: string[] = [];
  const returnedIds: string[] = [];
  for (const transactions of bySender.values()) {
    const kept = random.between(0, transactions.length);
    transactions.sort((one, other) => one.nonce - other.nonce);
    // Into one later block each sender, so that nonces stay in order and the block is another one.
    const offset = random.between(0, depth - 1);
    for (const { raw } of transactions.slice(0, kept)) returned.push([raw, offset]);
    returnedIds.push(...transactions.slice(0, kept).map(({ txid }) => txid));
    dropped.push(...transactions.slice(kept).map(({ txid }) => txid));
  }
  await node.rpc('anvil_reorg', [depth, returned]);
  return { depth, returned: returnedIds, dropped };
}
