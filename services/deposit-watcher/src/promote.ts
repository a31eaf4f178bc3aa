import type { EntityManager } from '@tributary/platform-service';
import { TransactionFinalized, TransferConfirmed, TransferFinalized } from '@tributary/events';
import { passedHeights, promotions, type PassedHeights } from './finality';
import type { ChainRow } from './store/chain-row';
import { finalizeTransactions } from './store/own-transactions';
import { enterState, unsettledTransfers } from './store/transfers';
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
  const entered = (await unsettledTransfers(tx, chain.chain)).flatMap((row) => {
    const heights = passed.get(row.assetId);
    const states = heights ? promotions(row.state, row.blockHeight, heights) : [];
    return states.map((state) => ({ row, state }));
  });
  for (const state of ['confirmed', 'finalized'] as const) {
    const rows = entered.filter((entry) => entry.state === state).map(({ row }) => row);
    await enterState(tx, rows, state);
  }
  return entered.map(({ row, state }) => {
    const fact = transferFact(row, chain.height);
    return state === 'confirmed' ? TransferConfirmed.of(fact) : TransferFinalized.of(fact);
  });
}

async function promoteTransactions(tx: EntityManager, { chain }: ChainRow, { confirmed, finalized }: PassedHeights) {
  const rows = await finalizeTransactions(tx, chain, Math.min(confirmed, finalized));
  return rows.map((row) => TransactionFinalized.of(transactionFact(row)));
}
