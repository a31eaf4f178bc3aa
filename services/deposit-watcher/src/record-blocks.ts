import type { EntityManager } from '@tributary/platform-service';
import type { EthereumBlock } from '@tributary/chain-ethereum';
import { nativeAssetId, transferIdOf } from '@tributary/domain-custody';
import { TransactionMined, TransferSeen } from '@tributary/events';
import { attribute, type OurTransaction, type OurTransfer } from './attribution';
import { byPlace } from './block-order';
import type { ChainRow } from './store/chain-row';
import type { OwnTransactionRow } from './store/own-transaction-row';
import { saveTransactions, transactionsOfIds } from './store/own-transactions';
import type { TransferRow } from './store/transfer-row';
import { saveTransfers, transfersOfIds } from './store/transfers';
import { transactionFact } from './transaction-facts';
import { transferFact } from './transfer-facts';

/**
 * Records what some blocks of our chain hold for us: each transfer is seen, each transaction of ours is mined. What
 * stands recorded already is left as it is, so that blocks may be read again; what was reverted is seen anew.
 *
 * @param chain  locked; its height is the cursor's after these blocks
 * @param late   the blocks are read again for somebody who was registered after they were read
 * @returns the facts, in block order
 */
export async function recordBlocks(
  tx: EntityManager,
  chain: ChainRow,
  blocks: readonly EthereumBlock[],
  late: boolean,
) {
  const { transfers, transactions } = await attribute(tx, chain, blocks);
  const seen = await recordTransfers(tx, chain, transfers, late);
  const mined = await recordTransactions(tx, chain, transactions, late);
  const recorded = [
    ...seen.map((row) => ({ row, fact: TransferSeen.of(transferFact(row, chain.height)) })),
    ...mined.map((row) => ({ row, fact: TransactionMined.of(transactionFact(row)) })),
  ];
  return recorded.sort((a, b) => byPlace(a.row, b.row)).map(({ fact }) => fact);
}

async function recordTransfers(tx: EntityManager, { chain }: ChainRow, found: OurTransfer[], late: boolean) {
  const idOf = ({ txid, index }: OurTransfer) => transferIdOf(chain, txid, index);
  const known = await transfersOfIds(tx, found.map(idOf));
  const before = new Map(known.map((row) => [row.transferId, row]));
  const rows = found.flatMap(({ block, ...transfer }): TransferRow[] => {
    const transferId = idOf({ block, ...transfer });
    const earlier = before.get(transferId);
    if (earlier && stands(earlier, block)) return [];
    const { txid, index, assetId, from, to, amount } = transfer;
    return [
      {
        ...{ transferId, chain, txid, index, assetId, from, to, amount, late },
        ...placeIn(block, txid),
        state: 'seen',
        occurrence: earlier?.occurrence ?? 0,
      },
    ];
  });
  await saveTransfers(tx, rows);
  return rows;
}

async function recordTransactions(tx: EntityManager, { chain }: ChainRow, found: OurTransaction[], late: boolean) {
  const known = await transactionsOfIds(
    tx,
    chain,
    found.map(({ txid }) => txid),
  );
  const before = new Map(known.map((row) => [row.txid, row]));
  const rows = found.flatMap(({ block, txid, nonce, status, sender, feeWei: fee }): OwnTransactionRow[] => {
    const earlier = before.get(txid);
    if (earlier && stands(earlier, block)) return [];
    return [
      {
        ...{ chain, txid, sender, nonce, status, fee, feeAssetId: nativeAssetId(chain), late },
        ...placeIn(block, txid),
        state: 'mined',
        occurrence: earlier?.occurrence ?? 0,
      },
    ];
  });
  await saveTransactions(tx, rows);
  return rows;
}

function placeIn({ height, hash, time, transactions }: EthereumBlock, txid: string) {
  const placeInBlock = transactions.findIndex((transaction) => transaction.txid === txid);
  return { blockHeight: height, blockHash: hash, blockTime: time, placeInBlock };
}

/** Whether a row is recorded and not reverted; then it can only be in this very block. */
function stands(row: TransferRow | OwnTransactionRow, block: EthereumBlock): boolean {
  if (row.state === 'reverted') return false;
  if (row.blockHash === block.hash) return true;
  throw new Error(
    `Transaction ${row.txid} stands recorded in block ${row.blockHash} and is in ${block.hash} too, although the ` +
      `first never left the chain: compare both blocks with another node before anything else`,
  );
}
