import type { EntityManager } from '@tributary/platform-service';
import { ChainHalted, TransactionReverted, TransferReverted } from '@tributary/events';
import { byPlace } from './block-order';
import type { PublishFacts } from './chain-facts';
import { clipBackfills } from './store/backfills';
import { ChainRow } from './store/chain-row';
import type { KnownBlockRow } from './store/known-block-row';
import { forgetBlocksAbove } from './store/known-blocks';
import { lockChain } from './store/lock-chain';
import { isTransactionFinalAbove, revertTransactionsAbove } from './store/own-transactions';
import { isTransferFinalAbove, revertTransfersAbove } from './store/transfers';
import { transactionFact } from './transaction-facts';
import { transferFact } from './transfer-facts';

/**
 * Takes back every block above the fork, newest first. Where that would take back something final, nothing is taken
 * back: the chain halts until an operator resumes it.
 *
 * @param fork      the last block that we and the node share; null where none is remembered
 * @param provider  names the node that shows the other chain
 */
export async function rewindChain(
  transact: PublishFacts,
  chain: ChainRow,
  fork: KnownBlockRow | null,
  provider: string,
): Promise<'rewound' | 'halted' | 'moved'> {
  let outcome: 'rewound' | 'halted' | 'moved' = 'moved';
  await transact(async (tx) => {
    outcome = 'moved';
    const locked = await lockChain(tx, chain);
    if (!locked) return [];
    if (!fork || (await isFinalAbove(tx, locked, fork.height))) {
      outcome = 'halted';
      return halt(tx, locked, fork, provider);
    }
    outcome = 'rewound';
    return revertAbove(tx, locked, fork);
  });
  return outcome;
}

async function isFinalAbove(tx: EntityManager, { chain, finalizedHeight }: ChainRow, height: number): Promise<boolean> {
  if (finalizedHeight > height) return true;
  return (await isTransferFinalAbove(tx, chain, height)) || isTransactionFinalAbove(tx, chain, height);
}

/**
 * Puts the cursor back onto the fork and takes back what stands above it, final or not.
 *
 * @param row  locked
 * @returns the facts, newest first
 */
export async function revertAbove(tx: EntityManager, row: ChainRow, fork: KnownBlockRow) {
  const { chain, height, safeHeight, finalizedHeight } = row;
  const transfers = await revertTransfersAbove(tx, chain, fork.height);
  const transactions = await revertTransactionsAbove(tx, chain, fork.height);
  await forgetBlocksAbove(tx, chain, fork.height);
  await clipBackfills(tx, chain, fork.height);
  await tx.update(
    ChainRow,
    { chain },
    {
      height: fork.height,
      hash: fork.hash,
      blockTime: fork.time,
      safeHeight: Math.min(safeHeight, fork.height),
      finalizedHeight: Math.min(finalizedHeight, fork.height),
    },
  );
  const reverted = [
    ...transfers.map((row) => ({
      row,
      fact: TransferReverted.of({ ...transferFact(row, height), fromState: row.state }),
    })),
    ...transactions.map((row) => ({
      row,
      fact: TransactionReverted.of({ ...transactionFact(row), wasFinal: row.state === 'finalized' }),
    })),
  ];
  return reverted.sort((a, b) => byPlace(b.row, a.row)).map(({ fact }) => fact);
}

async function halt(
  tx: EntityManager,
  { chain, height, hash }: ChainRow,
  fork: KnownBlockRow | null,
  provider: string,
) {
  const where = fork ? `above block ${fork.height} ${fork.hash}` : 'from before every block that is remembered';
  const reason =
    `${provider} shows another chain ${where}, and blocks of ours above that are final. Compare both with another ` +
    `node; nothing more is read of this chain until an operator resumes it.`;
  const haltedAt = new Date();
  await tx.update(ChainRow, { chain }, { haltedReason: reason, haltedAt });
  return [ChainHalted.of({ chain, occurredAt: haltedAt, height, hash: hash ?? '', provider, reason })];
}
