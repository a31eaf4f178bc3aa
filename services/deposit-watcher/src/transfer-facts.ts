import type { TransferSeen } from '@tributary/events';
import type { TransferRow } from './store/transfer-row';

/** What every fact of a transfer says, as of the given cursor. */
export function transferFact(row: TransferRow, cursorHeight: number): TransferSeen {
  const { chain, transferId, txid, index, assetId, from, to, amount, blockHeight, occurrence, late } = row;
  return {
    ...{ chain, transferId, txid, index, assetId, from, to, amount, occurrence, late },
    occurredAt: new Date(),
    block: { height: blockHeight, hash: row.blockHash, time: row.blockTime },
    confirmations: cursorHeight - blockHeight + 1,
  };
}
