import { Injectable } from '@nestjs/common';
import { trace } from '@tributary/domain-flow-graph';
import {
  ANY_ROLE,
  Problem,
  type EntityManager,
  type RouteContract,
  type RouteInput,
} from '@tributary/platform-service';
import { z } from 'zod';
import { remainderOf } from './answer-trace';
import { describeNodes } from './describe-nodes';
import { graphAsked } from './flow-query';
import { assetOfTransfer } from './store/asset-of-transfer';
import { edgesOfFlows, lookUpIn } from './store/find-edges';
import { inSnapshot } from './store/plans';
import { whereReply } from './trace-reply';
import { outermost } from './trace-starts';

/** Answers where the coins of a deposit lie now. */
@Injectable()
export class LocateDeposit {
  static readonly contract = {
    summary: 'Where the coins of a final transfer lie now, first in first out',
    roles: ANY_ROLE,
    query: z.object({ transferId: z.string().min(1) }),
    reply: whereReply,
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof LocateDeposit.contract>, db: EntityManager) {
    return inSnapshot(db, (snapshot) => locate(query.transferId, snapshot));
  }
}

/** Steps of one deposit's trace: more than any has that is not split on purpose. */
const MOST_STEPS = 100_000;

async function locate(transferId: string, db: EntityManager) {
  const asset = await assetOfTransfer(db, transferId);
  if (asset === undefined) return notFinal(transferId);
  const graph = await graphAsked(db, { asset, layer: 'custody' });
  if (graph instanceof Problem) return graph;

  const starts = outermost(await edgesOfFlows(db, graph, [transferId]), 'forward');
  const found = await trace('forward', starts, lookUpIn(db, graph, 'forward'), MOST_STEPS);
  const places = remainderOf(found).sort((a, b) => (a.amount > b.amount ? -1 : 1));
  const described = await describeNodes(
    db,
    places.map(({ node }) => node),
  );
  return {
    transferId,
    asset,
    epoch: graph.epoch,
    asOfSeq: graph.asOfSeq,
    amount: starts.reduce((sum, { from, to }) => sum + to - from, 0n).toString(),
    places: places.map(({ node, amount, effectiveAt }, n) => {
      const { label, kind, walletId } = described[n] ?? { label: node, kind: 'account', walletId: null };
      return { node, label, kind, walletId, amount: amount.toString(), since: effectiveAt };
    }),
  };
}

export function notFinal(transferId: string): Problem {
  return new Problem(
    404,
    'transfer-not-final',
    `Nothing final of ${transferId} is in the graph: a deposit is once it is finalized, see GET /deposits/{transferId}`,
    [{ field: 'query.transferId', reason: 'has no final edge' }],
  );
}
