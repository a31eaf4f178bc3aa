import type { TransactionMined } from '@tributary/events';
import type { OwnTransactionRow } from './store/own-transaction-row';

/** What every fact of a transaction of ours says. */
export function transactionFact(row: OwnTransactionRow): TransactionMined {
  const { chain, txid, sender, nonce, status, fee, feeAssetId, occurrence, late } = row;
  return {
    ...{ chain, txid, sender, nonce, status, fee, feeAssetId, occurrence, late },
    occurredAt: new Date(),
    block: { height: row.blockHeight, hash: row.blockHash, time: row.blockTime },
  };
}
