import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { EthereumNode, NodeError, type NodeHead } from '@tributary/chain-ethereum';
import { logger } from '@tributary/platform-telemetry';
import { backfillBlocks } from './backfill-blocks';
import { readWith, type PublishFacts } from './chain-facts';
import { WatcherConfig } from './config';
import { countFacts } from './count-facts';
import { followChain } from './follow-chain';
import * as metrics from './metrics';
import { beginChain, noteNode, openChain } from './open-chain';
import { rewindChain } from './rewind-chain';
import { headOf, standingOf } from './standing-of';
import type { ChainRow } from './store/chain-row';
import type { KnownBlockRow } from './store/known-block-row';
import { rememberedBlocks } from './store/known-blocks';

const LONGEST_PAUSE_MS = 5_000;
const FIRST_PAUSE_MS = 250;

/**
 * Asks the node how its chain goes on, and does what follows: reads on, waits, rewinds, or halts. The node is asked
 * outside of any transaction; a transaction then checks that the cursor still stands where it stood.
 */
@Injectable()
export class WatchChain {
  private failuresInARow = 0;

  constructor(
    private readonly config: WatcherConfig,
    private readonly node: EthereumNode,
  ) {}

  async poll(transact: PublishFacts, signal: AbortSignal): Promise<'more' | 'idle'> {
    const publish = countFacts(transact);
    try {
      const outcome = await this.step(publish);
      this.failuresInARow = 0;
      return outcome;
    } catch (fault) {
      if (!(fault instanceof NodeError)) throw fault;
      await this.bearWith(fault, publish, signal);
      return 'idle';
    }
  }

  private async step(publish: PublishFacts): Promise<'more' | 'idle'> {
    const chain = await readWith(publish, (tx) => openChain(tx, this.config.CHAIN_ID, this.config.START_HEIGHT));
    show(chain);
    if (chain.haltedReason !== null) return 'idle';

    const head = await headOf(this.node, this.config.CHAIN_ID);
    if (chain.hash === null) return this.begin(publish, chain, head);

    const remembered = () => readWith(publish, (tx) => rememberedBlocks(tx, chain.chain));
    const standing = await standingOf(this.node, chain, head, remembered);
    switch (standing.kind) {
      case 'same': {
        const followed = await followChain(publish, this.node, chain, head);
        const backfilled = await backfillBlocks(publish, this.node, chain);
        return followed === 'more' || backfilled === 'more' ? 'more' : 'idle';
      }
      case 'behind':
        await this.waitForNode(publish, chain, head);
        return 'idle';
      case 'forked':
        return this.leaveFork(publish, chain, standing.fork);
    }
  }

  private async begin(publish: PublishFacts, chain: ChainRow, head: NodeHead): Promise<'more' | 'idle'> {
    const first = await this.node.blockRef(chain.height);
    if (!first) {
      await this.waitForNode(publish, chain, head);
      return 'idle';
    }
    await beginChain(publish, chain, first);
    return 'more';
  }

  private async waitForNode(publish: PublishFacts, { chain, height }: ChainRow, { latest }: NodeHead): Promise<void> {
    const error = `The node ends at block ${latest.height}, below block ${height}, which was read already: waiting for it`;
    await noteNode(publish, chain, 'behind', error, latest.height);
  }

  private async leaveFork(
    publish: PublishFacts,
    chain: ChainRow,
    fork: KnownBlockRow | null,
  ): Promise<'more' | 'idle'> {
    const provider = new URL(this.config.ETHEREUM_RPC_URL).host;
    const outcome = await rewindChain(publish, chain, fork, provider);
    if (outcome !== 'moved')
      logger.warn({ chain: chain.chain, height: chain.height, fork: fork?.height, outcome }, 'Reorg');
    if (outcome === 'rewound') metrics.reorgs.inc({ chain: chain.chain });
    return outcome === 'halted' ? 'idle' : 'more';
  }

  /** Says what is wrong with the node, then pauses ever longer. A block that moved while it was read is no fault. */
  private async bearWith(fault: NodeError, publish: PublishFacts, signal: AbortSignal): Promise<void> {
    metrics.nodeErrors.inc({ chain: this.config.CHAIN_ID, kind: fault.code });
    if (fault.code === 'moved') return;
    logger.warn(
      { chain: this.config.CHAIN_ID, kind: fault.code, error: fault.message },
      'Node cannot be used; it is asked again',
    );
    const isLying = fault.code === 'inconsistent' || fault.code === 'wrong-chain';
    await noteNode(publish, this.config.CHAIN_ID, isLying ? 'lying' : 'down', fault.message);
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failuresInARow);
    this.failuresInARow += 1;
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

function show({ chain, height, head, finalizedHeight, haltedReason }: ChainRow): void {
  metrics.height.set({ chain }, height);
  metrics.finalizedHeight.set({ chain }, finalizedHeight);
  metrics.halted.set({ chain }, haltedReason === null ? 0 : 1);
  if (head !== null) metrics.head.set({ chain }, head);
}
