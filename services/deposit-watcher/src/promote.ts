import { Any, In, type EntityManager } from 'typeorm';
import { TransactionFinalized, TransferConfirmed, TransferFinalized } from '@tributary/events';
import { passedHeights, promotions, type PassedHeights, type Promotion, type Waiting } from './finality';
import type { ChainRow } from './store/chain-row';
import { OwnTransactionRow } from './store/own-transaction-row';
import { TransferRow } from './store/transfer-row';
import { WatchedAssetRow } from './store/watched-asset-row';
import { transactionFact } from './transaction-facts';
import { transferFact } from './transfer-facts';

/**
 * Moves on what has passed a threshold of its asset's finality policy: transfers to confirmed and finalized, our own
 * transactions, which follow the native asset's policy, to finalized.
 *
 * @param chain  locked; its heights are the ones after the blocks of this transaction
 */
export async function promote(tx: EntityManager, chain: ChainRow) {
  const assets = await tx.findBy(WatchedAssetRow, { chain: chain.chain });
  const head = { latest: chain.height, safe: chain.safeHeight, finalized: chain.finalizedHeight };
  const passed = new Map(assets.map((asset) => [asset.assetId, passedHeights(asset, head)]));
  const native = assets.find(({ contract }) => contract === null);
  return [
    ...(await promoteTransfers(tx, chain, passed)),
    ...(native ? await promoteTransactions(tx, chain, passedHeights(native, head)) : []),
  ];
}

async function promoteTransfers(tx: EntityManager, chain: ChainRow, passed: ReadonlyMap<string, PassedHeights>) {
  const waiting = await tx.find(TransferRow, {
    where: { chain: chain.chain, state: In(['seen', 'confirmed'] satisfies Waiting[]) },
    order: { blockHeight: 'ASC', transferId: 'ASC' },
  });
  const entered = waiting.flatMap((row) => {
    const heights = passed.get(row.assetId);
    const states = heights ? promotions(row.state as Waiting, row.blockHeight, heights) : [];
    return states.map((state) => ({ row, state }));
  });
  for (const state of ['confirmed', 'finalized'] satisfies Promotion[]) {
    const ids = entered.filter((entry) => entry.state === state).map(({ row }) => row.transferId);
    if (ids.length > 0) await tx.update(TransferRow, { transferId: Any(ids) }, { state });
  }
  return entered.map(({ row, state }) => {
    const fact = transferFact(row, chain.height);
    return state === 'confirmed' ? TransferConfirmed.of(fact) : TransferFinalized.of(fact);
  });
}

async function promoteTransactions(tx: EntityManager, { chain }: ChainRow, passed: PassedHeights) {
  const mined = await tx.find(OwnTransactionRow, {
    where: { chain, state: 'mined' },
    order: { blockHeight: 'ASC', nonce: 'ASC' },
  });
  const final = mined.filter(({ blockHeight }) => blockHeight <= Math.min(passed.confirmed, passed.finalized));
  if (final.length > 0) {
    await tx.update(OwnTransactionRow, { chain, txid: Any(final.map(({ txid }) => txid)) }, { state: 'finalized' });
  }
  return final.map((row) => TransactionFinalized.of(transactionFact(row)));
}
