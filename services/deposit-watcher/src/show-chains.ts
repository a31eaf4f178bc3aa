import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ANY_ROLE, type EntityManager, type RouteContract, type RouteReply } from '@tributary/platform-service';
import { BackfillRow } from './store/backfill-row';
import { ChainResumeRow } from './store/chain-resume-row';
import { ChainRow } from './store/chain-row';

const Backfill = z.object({
  subject: z.string().describe('The address or asset that was registered late'),
  nextHeight: z.int().nullable().describe('Next block to read again; null while it is looked up'),
  toHeight: z.int().nullable().describe('Last block to read again'),
});

const Chain = z.object({
  chain: z.string().describe('CAIP-2 chain id'),
  height: z.int().describe('Last block that was read'),
  hash: z.string().nullable().describe('Its hash; null until the node was reached for the first time'),
  time: z.iso.datetime().nullable().describe('Its time'),
  head: z.int().nullable().describe("The node's newest block"),
  finalizedHeight: z.int().nullable().describe('Newest block of ours that the node calls final'),
  node: z.object({
    state: z.enum(['ok', 'down', 'lying', 'behind']),
    error: z.string().nullable().describe('What is wrong and what to do'),
    since: z.iso.datetime(),
  }),
  halted: z
    .object({ reason: z.string(), height: z.int(), at: z.iso.datetime() })
    .nullable()
    .describe('Why nothing more is read until an operator resumes the chain'),
  lastResume: z
    .object({
      operator: z.string(),
      reason: z.string(),
      at: z.iso.datetime(),
      height: z.int().describe('The last block that was kept'),
      revertedTransfers: z.int(),
      revertedTransactions: z.int(),
    })
    .nullable()
    .describe('Who let the chain go on last after it was halted, and what that took back'),
  backfills: z.array(Backfill),
});

/** Each watched chain: how far it was read, how its node does, what is being read again. */
@Injectable()
export class ShowChains {
  static readonly contract = {
    summary: 'Watched chains with their heights, node and backfills',
    roles: ANY_ROLE,
    reply: z.object({ items: z.array(Chain) }),
  } satisfies RouteContract;

  async handle(_input: unknown, db: EntityManager): Promise<RouteReply<typeof ShowChains.contract>> {
    const chains = await db.find(ChainRow, { order: { chain: 'ASC' } });
    const backfills = await db.find(BackfillRow, { order: { id: 'ASC' } });
    const resumes = await db.find(ChainResumeRow, { order: { id: 'DESC' } });
    return { items: chains.map((row) => describe(row, backfills, resumes)) };
  }
}

function describe(
  row: ChainRow,
  backfills: readonly BackfillRow[],
  resumes: readonly ChainResumeRow[],
): z.input<typeof Chain> {
  const { chain, height, hash, blockTime, head, finalizedHeight, nodeState, nodeError, nodeSince } = row;
  return {
    ...{ chain, height, hash, head },
    time: blockTime?.toISOString() ?? null,
    finalizedHeight: finalizedHeight < 0 ? null : finalizedHeight,
    node: { state: nodeState, error: nodeError, since: nodeSince.toISOString() },
    halted:
      row.haltedReason !== null && row.haltedAt !== null
        ? { reason: row.haltedReason, height, at: row.haltedAt.toISOString() }
        : null,
    lastResume: toResume(resumes.find((resume) => resume.chain === chain)),
    backfills: backfills
      .filter((backfill) => backfill.chain === chain)
      .map(({ subject, nextHeight, toHeight }) => ({ subject, nextHeight, toHeight })),
  };
}

function toResume(resume: ChainResumeRow | undefined): z.input<typeof Chain>['lastResume'] {
  if (!resume) return null;
  const { operator, reason, resumedAt, height, revertedTransfers, revertedTransactions } = resume;
  return { operator, reason, at: resumedAt.toISOString(), height, revertedTransfers, revertedTransactions };
}
