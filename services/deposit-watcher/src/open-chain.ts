import type { EntityManager } from '@tributary/platform-service';
import type { BlockRef } from '@tributary/chain-ethereum';
import type { PublishFacts } from './chain-facts';
import { ChainRow, type NodeState } from './store/chain-row';
import { rememberBlocks } from './store/known-blocks';
import { lockChain } from './store/lock-chain';

/** The chain's row; at the first time a new one, whose cursor is the block before the one to start with. */
export async function openChain(tx: EntityManager, chain: string, startHeight: number): Promise<ChainRow> {
  const known = await tx.findOneBy(ChainRow, { chain });
  if (known) return known;
  const height = Math.max(startHeight - 1, 0);
  await tx.query(
    'INSERT INTO watched_chain (chain, start_height, height) VALUES ($1, $2, $3) ON CONFLICT (chain) DO NOTHING',
    [chain, startHeight, height],
  );
  return tx.findOneByOrFail(ChainRow, { chain });
}

/** Puts the cursor onto the first block; from here on the chain is traced by parent hashes. */
export async function beginChain(transact: PublishFacts, chain: ChainRow, first: BlockRef): Promise<void> {
  await transact(async (tx) => {
    const locked = await lockChain(tx, chain);
    if (!locked) return [];
    await rememberBlocks(tx, chain.chain, [first]);
    await tx.update(ChainRow, { chain: chain.chain }, { hash: first.hash, blockTime: first.time });
    return [];
  });
}

/** Notes how the node does, where that changed. */
export async function noteNode(
  transact: PublishFacts,
  chain: string,
  nodeState: NodeState,
  nodeError: string,
  head?: number,
): Promise<void> {
  await transact(async (tx) => {
    await tx.query(
      `UPDATE watched_chain
          SET node_since = CASE WHEN node_state = $2 THEN node_since ELSE now() END,
              node_state = $2, node_error = $3, head = coalesce($4, head)
        WHERE chain = $1 AND (node_state, node_error) IS DISTINCT FROM ($2, $3)`,
      [chain, nodeState, nodeError, head ?? null],
    );
    return [];
  });
}
