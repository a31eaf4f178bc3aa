import { Any, In, MoreThan, type EntityManager } from 'typeorm';
import { ChainHalted, TransactionReverted, TransferReverted } from '@tributary/events';
import { clipBackfills } from './backfill-blocks';
import type { PublishFacts } from './chain-facts';
import { lockChain } from './lock-chain';
import { ChainRow } from './store/chain-row';
import { KnownBlockRow } from './store/known-block-row';
import { OwnTransactionRow } from './store/own-transaction-row';
import { TransferRow } from './store/transfer-row';
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
    return rewind(tx, locked, fork);
  });
  return outcome;
}

async function isFinalAbove(
  tx: EntityManager,
  { chain, finalizedHeight }: ChainRow,
  forkHeight: number,
): Promise<boolean> {
  if (finalizedHeight > forkHeight) return true;
  const final = { chain, blockHeight: MoreThan(forkHeight), state: 'finalized' as const };
  return (await tx.existsBy(TransferRow, final)) || (await tx.existsBy(OwnTransactionRow, final));
}

async function rewind(tx: EntityManager, chain: ChainRow, fork: KnownBlockRow) {
  const facts = [
    ...(await revertTransfers(tx, chain, fork.height)),
    ...(await revertTransactions(tx, chain, fork.height)),
  ];
  await tx.delete(KnownBlockRow, { chain: chain.chain, height: MoreThan(fork.height) });
  await clipBackfills(tx, chain.chain, fork.height);
  await tx.update(
    ChainRow,
    { chain: chain.chain },
    {
      height: fork.height,
      hash: fork.hash,
      blockTime: fork.time,
      safeHeight: Math.min(chain.safeHeight, fork.height),
    },
  );
  return facts.sort((a, b) => b.payload.block.height - a.payload.block.height);
}

async function revertTransfers(tx: EntityManager, { chain, height }: ChainRow, forkHeight: number) {
  const rows = await tx.find(TransferRow, {
    where: { chain, blockHeight: MoreThan(forkHeight), state: In(['seen', 'confirmed']) },
    order: { blockHeight: 'DESC', transferId: 'ASC' },
  });
  await tx.update(
    TransferRow,
    { transferId: Any(rows.map(({ transferId }) => transferId)) },
    { state: 'reverted', occurrence: () => 'occurrence + 1' },
  );
  return rows.map((row) =>
    TransferReverted.of({ ...transferFact(row, height), fromState: row.state as 'seen' | 'confirmed' }),
  );
}

async function revertTransactions(tx: EntityManager, { chain }: ChainRow, forkHeight: number) {
  const rows = await tx.find(OwnTransactionRow, {
    where: { chain, blockHeight: MoreThan(forkHeight), state: 'mined' },
    order: { blockHeight: 'DESC', nonce: 'DESC' },
  });
  await tx.update(
    OwnTransactionRow,
    { chain, txid: Any(rows.map(({ txid }) => txid)) },
    { state: 'reverted', occurrence: () => 'occurrence + 1' },
  );
  return rows.map((row) => TransactionReverted.of(transactionFact(row)));
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
