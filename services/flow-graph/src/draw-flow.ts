import { Injectable } from '@nestjs/common';
import { ANY_ROLE, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { z } from 'zod';
import { assetUnknown, BACKWARD, flowQuery, isForward } from './flow-query';
import { foldGroups, foldLinks } from './fold-groups';
import { STAGES, lookOf } from './stages';
import { findGraph } from './store/find-graph';
import { groupSizes, linksBetweenGroups, type GroupLink } from './store/passages';
import { overWholeGraph } from './store/over-whole-graph';
import { WalletRow } from './store/rows';

/** Draws one layer of an asset's graph as a staged picture. */
@Injectable()
export class DrawFlow {
  static readonly contract = {
    summary: "An asset's flow of funds in stages: groups of nodes and what went between them",
    roles: ANY_ROLE,
    query: z.object(flowQuery).refine(isForward, BACKWARD),
    reply: z.object({
      asset: z.string(),
      layer: z.enum(['custody', 'entitlement']),
      asOfSeq: z.int().describe('Sequence of the book that this answer has seen.'),
      bookedThrough: z.date().nullable().describe('Booking time of that entry.'),
      stages: z.array(z.object({ id: z.string(), label: z.string() })).describe('Columns, from left to right.'),
      nodes: z.array(
        z.object({
          id: z.string(),
          stage: z.string(),
          label: z.string(),
          kind: z.enum(['outside', 'deposit', 'transit', 'wallet', 'credit', 'pending', 'claim', 'suspense']),
          inflow: z.string().describe('Base units.'),
          outflow: z.string(),
          balance: z.string().describe('inflow − outflow: the change in this time; below zero where value enters.'),
          members: z.int().describe('How many accounts or parties took part.'),
        }),
      ),
      links: z.array(
        z.object({
          id: z.string(),
          source: z.string(),
          target: z.string(),
          amount: z.string().describe('Base units.'),
          count: z.int().describe('How many edges.'),
          kind: z.enum(['in', 'internal', 'out']),
        }),
      ),
      total: z.string().describe('What entered in this time, base units.'),
    }),
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof DrawFlow.contract>, db: EntityManager) {
    return overWholeGraph(db, (snapshot) => draw(query, snapshot));
  }
}

async function draw({ asset, layer, ...range }: RouteInput<typeof DrawFlow.contract>['query'], db: EntityManager) {
  const graph = await findGraph(db, asset, layer);
  if (!graph) return assetUnknown(asset);

  const found = await linksBetweenGroups(db, graph, range);
  const folding = foldGroups(found);
  const members = new Map<string, number>();
  for (const { group, members: count } of await groupSizes(db, graph, range)) {
    members.set(folding.drawnAs(group), (members.get(folding.drawnAs(group)) ?? 0) + count);
  }
  const wallets = new Map((await db.find(WalletRow)).map((wallet) => [wallet.walletId, wallet]));
  const links = foldLinks(found, folding).sort((a, b) => (a.amount < b.amount ? 1 : -1));
  const nodes = [...members].map(([id, count]) => {
    const inflow = sum(links.filter(({ target }) => target === id));
    const outflow = sum(links.filter(({ source }) => source === id));
    return { id, ...lookOf(id, count, wallets), inflow, outflow, balance: inflow - outflow, members: count };
  });
  const isOrigin = (id: string) => ['outside', 'credit'].includes(nodes.find((node) => node.id === id)?.kind ?? '');
  return {
    asset,
    layer,
    asOfSeq: graph.asOfSeq,
    bookedThrough: graph.bookedThrough,
    stages: STAGES.filter(({ id }) => nodes.some(({ stage }) => stage === id)),
    nodes: nodes.map((node) => ({
      ...node,
      inflow: node.inflow.toString(),
      outflow: node.outflow.toString(),
      balance: node.balance.toString(),
    })),
    links: links.map(({ source, target, amount, count }) => ({
      id: `${source} -> ${target}`,
      source,
      target,
      amount: amount.toString(),
      count,
      kind: isOrigin(source) ? ('in' as const) : isOrigin(target) ? ('out' as const) : ('internal' as const),
    })),
    total: sum(links.filter(({ source }) => isOrigin(source))).toString(),
  };
}

function sum(links: readonly GroupLink[]): bigint {
  return links.reduce((total, { amount }) => total + amount, 0n);
}
