import { Injectable } from '@nestjs/common';
import { EthereumNode, NodeError } from '@tributary/chain-ethereum';
import { ChainResumed } from '@tributary/events';
import { Problem, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { logger } from '@tributary/platform-telemetry';
import { z } from 'zod';
import { WatcherConfig } from './config';
import { countPublished } from './count-facts';
import { revertAbove } from './rewind-chain';
import { headOf, standingOf } from './standing-of';
import { ChainResumeRow } from './store/chain-resume-row';
import { ChainRow } from './store/chain-row';
import type { KnownBlockRow } from './store/known-block-row';
import { rememberedBlocks } from './store/known-blocks';
import { lockHaltedChain } from './store/lock-chain';

/**
 * Lets a halted chain go on by an operator's recorded word: what of ours left the node's chain is taken back, newest
 * first, final facts too; above the last shared block the chain is then read as always. Where the node is back on our
 * chain, nothing is taken back.
 *
 * The node is asked inside the command's transaction: nothing is locked yet, and a halted chain keeps nobody waiting.
 */
@Injectable()
export class ResumeChain {
  static readonly contract = {
    summary: "Resume a halted chain: take back what left the node's chain, final facts too",
    roles: ['operator'],
    params: z.object({ chain: z.string().describe('CAIP-2 chain id') }),
    body: z.strictObject({
      reason: z.string().trim().min(1).max(1_000).describe('Why the chain may go on; recorded for good'),
    }),
    reply: z.object({
      chain: z.string(),
      height: z.int().describe('The last block that was kept: the last that we and the node share'),
      hash: z.string(),
      revertedTransfers: z.int(),
      revertedTransactions: z.int(),
    }),
    status: 200,
  } satisfies RouteContract;

  constructor(
    private readonly config: WatcherConfig,
    private readonly node: EthereumNode,
  ) {}

  async handle(
    { caller, params: { chain }, body: { reason } }: RouteInput<typeof ResumeChain.contract>,
    tx: EntityManager,
  ) {
    const halted = await this.haltedChain(tx, chain);
    if (halted instanceof Problem) return halted;
    const fork = await this.forkNow(tx, halted);
    if (fork instanceof Problem) return fork;
    const locked = await lockHaltedChain(tx, halted);
    if (!locked) return notHalted(chain);

    const occurredAt = new Date();
    const { height, hash } = fork;
    const reverts = await revertAbove(tx, locked, fork);
    const revertedTransfers = reverts.filter(({ type }) => type === 'TransferReverted').length;
    const counts = { revertedTransfers, revertedTransactions: reverts.length - revertedTransfers };
    await tx.update(ChainRow, { chain }, { haltedReason: null, haltedAt: null });
    await tx.insert(ChainResumeRow, {
      ...{ chain, operator: caller.subject, reason, resumedAt: occurredAt, height, hash, ...counts },
      ...{ haltedHeight: locked.height, haltedReason: locked.haltedReason },
    });
    countPublished(reverts);
    logger.warn({ chain, height, operator: caller.subject, ...counts }, 'Chain resumed');
    return {
      reply: { chain, height, hash, ...counts },
      events: [ChainResumed.of({ chain, occurredAt, height, hash, operator: caller.subject, reason }), ...reverts],
    };
  }

  private async haltedChain(tx: EntityManager, chain: string): Promise<ChainRow | Problem> {
    const row = await tx.findOneBy(ChainRow, { chain });
    if (!row)
      return new Problem(404, 'chain-unknown', `No chain ${chain} is watched: GET /chains lists those that are`);
    if (row.haltedReason === null) return notHalted(chain);
    if (chain === this.config.CHAIN_ID) return row;
    return new Problem(
      409,
      'chain-of-another',
      `${chain} is not watched by this process: ask the one whose CHAIN_ID it is`,
    );
  }

  /** The last block that we and the node share now, or why nobody can tell. */
  private async forkNow(tx: EntityManager, row: ChainRow): Promise<KnownBlockRow | Problem> {
    const remembered = await rememberedBlocks(tx, row.chain);
    try {
      const head = await headOf(this.node, row.chain);
      const standing = await standingOf(this.node, row, head, async () => remembered);
      const fork = standing.kind === 'forked' ? standing.fork : remembered[0];
      if (standing.kind === 'behind') return nodeBehind(row, head.latest.height);
      return fork ?? forkUnknown(row.chain, remembered.at(-1)?.height);
    } catch (fault) {
      if (!(fault instanceof NodeError)) throw fault;
      return new Problem(
        409,
        'node-unusable',
        `${row.chain} stays halted, as its node cannot be used: ${fault.message}`,
      );
    }
  }
}

function notHalted(chain: string): Problem {
  return new Problem(409, 'chain-not-halted', `${chain} is not halted, so there is nothing to resume`);
}

function nodeBehind({ chain, height }: ChainRow, nodeHeight: number): Problem {
  const detail = `${chain} stays halted: its node ends at block ${nodeHeight}, below our ${height}; try again once it is there`;
  return new Problem(409, 'node-behind', detail);
}

function forkUnknown(chain: string, lowest: number | undefined): Problem {
  const detail =
    `${chain} stays halted: the node's chain parted from ours before block ${lowest}, the lowest that is remembered, ` +
    `so what to take back is not known. Point ETHEREUM_RPC_URL at a node of the right chain`;
  return new Problem(409, 'fork-unknown', detail);
}
