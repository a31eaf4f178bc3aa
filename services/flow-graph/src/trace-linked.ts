import { Injectable } from '@nestjs/common';
import { placeOf } from '@tributary/domain-ledger';
import {
  ANY_ROLE,
  Problem,
  type EntityManager,
  type RouteContract,
  type RouteInput,
} from '@tributary/platform-service';
import { z } from 'zod';
import { answerTrace } from './answer-trace';
import { epochQuery, graphAsked } from './flow-query';
import { notFinal } from './locate-deposit';
import { assetOfTransfer } from './store/asset-of-transfer';
import { edgesOfFlows, type EdgeRecord } from './store/find-edges';
import { inSnapshot } from './store/plans';
import { linkedTraceReply, traceBreadth } from './trace-reply';
import { outermost, startsAtNode, startsOfFlow } from './trace-starts';

/**
 * Answers both layers at once: the coins, and the claims that the deposits among them gave rise to. The layers are
 * never merged: what ties them is the credit of each deposit.
 */
@Injectable()
export class TraceLinked {
  static readonly contract = {
    summary: 'The coins of a deposit (or what lies at a node) and the claims behind them, linked by their credits',
    roles: ANY_ROLE,
    query: z
      .object({
        transferId: z.string().min(1).optional().describe('A deposit, or a flow such as a sweep.'),
        node: z.string().min(1).optional().describe('Or a node of custody.'),
        asset: z.string().min(1).optional().describe('CAIP-19 asset id; needed with node.'),
        direction: z
          .enum(['back', 'forward'])
          .optional()
          .describe('Of custody; forward of a transfer and back of a node if left out. Claims are followed forward.'),
        ...epochQuery,
        ...traceBreadth,
      })
      .refine(({ transferId, node }) => (transferId === undefined) !== (node === undefined), {
        path: ['transferId'],
        message: 'name either a transferId or a node',
      })
      .refine(({ node, asset }) => node === undefined || asset !== undefined, {
        path: ['asset'],
        message: 'say which asset at the node',
      }),
    reply: linkedTraceReply,
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof TraceLinked.contract>, db: EntityManager) {
    return inSnapshot(db, (snapshot) => answer(query, snapshot));
  }
}

type Answer = z.input<typeof linkedTraceReply>;

async function answer(query: RouteInput<typeof TraceLinked.contract>['query'], db: EntityManager) {
  const { transferId = '', node, epoch } = query;
  const direction = query.direction ?? (node ? 'back' : 'forward');
  const asset = query.asset ?? (await assetOfTransfer(db, transferId));
  if (asset === undefined) return notFinal(transferId);
  const graph = await graphAsked(db, { asset, layer: 'custody', epoch });
  if (graph instanceof Problem) return graph;
  const claims = { ...graph, layer: 'entitlement' as const };

  const start = node
    ? await startsAtNode(db, graph, direction, node)
    : await startsOfFlow(db, graph, direction, transferId);
  if (start instanceof Problem) return start;
  const custody = await answerTrace(db, graph, direction, start, query);

  const brought = broughtBy(custody);
  const flows = [...brought.keys()];
  const credits = byFlow(await edgesOfFlows(db, claims, flows));
  const deposits = byFlow(await edgesOfFlows(db, graph, flows));
  const claimed = flows.flatMap((flow) => outermost(credits.get(flow) ?? [], 'forward'));
  return {
    rule: 'FIFO' as const,
    asset: graph.asset,
    epoch: graph.epoch,
    asOfSeq: graph.asOfSeq,
    custody,
    entitlement: await answerTrace(db, claims, 'forward', claimed, query),
    links: flows.flatMap((flow) =>
      linkOf(flow, brought.get(flow) ?? 0n, deposits.get(flow) ?? [], credits.get(flow) ?? []),
    ),
  };
}

/** How much of each transfer is among the lots, by the flow of the edge that they begin with, in order of consumption. */
function broughtBy({ lots, edges }: Answer['custody']): Map<string, bigint> {
  const flows = new Map(edges.map(({ edgeId, flow }) => [edgeId, flow]));
  const brought = new Map<string, bigint>();
  for (const lot of lots) {
    const flow = flows.get(lot.edges[0] ?? '');
    if (flow !== undefined) brought.set(flow, (brought.get(flow) ?? 0n) + BigInt(lot.amount));
  }
  return brought;
}

function byFlow(edges: readonly EdgeRecord[]): Map<string, EdgeRecord[]> {
  const flows = new Map<string, EdgeRecord[]>();
  for (const edge of edges) flows.set(edge.flow, [...(flows.get(edge.flow) ?? []), edge]);
  return flows;
}

/** What ties a deposit's coins to the claim that they gave rise to; nothing where they gave rise to none. */
function linkOf(
  transferId: string,
  amount: bigint,
  deposit: readonly EdgeRecord[],
  credit: readonly EdgeRecord[],
): Answer['links'] {
  const credited = credit.find(({ src }) => placeOf(src).kind === 'credit');
  const arrived = deposit.findLast(({ dst }) => placeOf(dst).kind === 'address');
  if (!credited || !arrived) return [];
  const claim = placeOf(credited.dst);
  return [
    {
      transferId,
      custodyEdgeId: arrived.id,
      entitlementEdgeId: credited.id,
      clientId: claim.kind === 'pending' || claim.kind === 'available' ? claim.clientId : null,
      custodyAmount: amount.toString(),
      creditAmount: credited.amount.toString(),
    },
  ];
}
