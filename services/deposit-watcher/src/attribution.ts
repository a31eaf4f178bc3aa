import type { EntityManager } from '@tributary/platform-service';
import {
  transfersOf,
  verifySender,
  type ChainTransfer,
  type EthereumBlock,
  type MinedTransaction,
} from '@tributary/chain-ethereum';
import type { Party } from '@tributary/events';
import type { ChainRow } from './store/chain-row';
import { isEffective } from './store/registration';
import { oursAmong } from './store/registrations';
import { WatchedAssetRow } from './store/watched-asset-row';

/** A transfer that touches an address of ours, with its asset and both ends told. */
export interface OurTransfer extends Pick<ChainTransfer, 'txid' | 'index' | 'amount'> {
  readonly block: EthereumBlock;
  readonly assetId: string;
  readonly from: Party;
  readonly to: Party;
}

/** A transaction that an address of ours sent. */
export interface OurTransaction extends Pick<MinedTransaction, 'txid' | 'nonce' | 'status' | 'feeWei'> {
  readonly block: EthereumBlock;
  readonly sender: Party;
}

/**
 * Finds in some blocks what concerns us: transfers of listed assets with an end that is ours, and transactions that
 * we sent. Assets and addresses count only from their effective block on. Who sent one of these is held against its
 * signature: a false sender of ours would pass a deposit off as our own move.
 *
 * Runs in the transaction that locked the cursor, so that no registration falls between two blocks.
 */
export async function attribute(
  tx: EntityManager,
  { chain, startHeight }: ChainRow,
  blocks: readonly EthereumBlock[],
): Promise<{ transfers: OurTransfer[]; transactions: OurTransaction[] }> {
  const assets = await tx.findBy(WatchedAssetRow, { chain });
  const assetOf = new Map(assets.map((asset) => [asset.contract, asset]));
  const contracts = new Set(assets.flatMap(({ contract }) => contract ?? []));
  const found = blocks.flatMap((block) => transfersOf(block, contracts).map((transfer) => ({ ...transfer, block })));
  const sent = blocks.flatMap((block) => block.transactions.map((transaction) => ({ ...transaction, block })));

  const mentioned = [...sent.map(({ from }) => from), ...found.flatMap(({ from, to }) => [from, to])];
  const ours = new Map((await oursAmong(tx, chain, mentioned)).map((row) => [row.address, row]));
  const partyOf = (address: string, block: EthereumBlock): Party => {
    const row = ours.get(address);
    return { address, owner: row && isEffective(row, block, startHeight) ? row.owner : null };
  };

  const transfers = found.flatMap(({ contract, block, ...transfer }) => {
    const asset = assetOf.get(contract);
    if (!asset || !isEffective(asset, block, startHeight)) return [];
    const [from, to] = [partyOf(transfer.from, block), partyOf(transfer.to, block)];
    return from.owner || to.owner ? [{ ...transfer, block, assetId: asset.assetId, from, to }] : [];
  });
  const transactions = sent.flatMap((transaction) => {
    const sender = partyOf(transaction.from, transaction.block);
    return sender.owner ? [{ ...transaction, sender }] : [];
  });
  const bySender = [...transfers.filter(({ index }) => index === 'native'), ...transactions];
  const told = new Set(bySender.map(({ txid }) => txid));
  for (const transaction of sent) if (told.has(transaction.txid)) await verifySender(transaction);
  return { transfers, transactions };
}
