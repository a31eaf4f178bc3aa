import { Injectable } from '@nestjs/common';
import {
  ANY_ROLE,
  Problem,
  type EntityManager,
  type RouteContract,
  type RouteInput,
} from '@tributary/platform-service';
import { z } from 'zod';
import { BACKWARD, flowQuery, graphAsked, isForward } from './flow-query';
import { foldGroups, foldLinks } from './fold-groups';
import { isOrigin, KINDS, linkKind, lookOf, STAGES } from './stages';
import { linksBetweenGroups, type GroupLink } from './store/group-links';
import { groupSizes } from './store/groups';
import { inSnapshot } from './store/plans';
import { WalletRow } from './store/rows';
import { divergences } from './store/unplaced';
import { asOf } from './trace-reply';

/** Draws one layer of an asset's graph as a staged picture. */
@Injectable()
export class DrawFlow {
  static readonly contract = {
    summary: "An asset's flow of funds in stages: groups of nodes and what went between them",
    roles: ANY_ROLE,
    query: z.object(flowQuery).refine(isForward, BACKWARD),
    reply: z.object({
      ...asOf,
      layer: z.enum(['custody', 'entitlement']),
      bookedThrough: z.date().nullable().describe('Booking time of that entry; null of an earlier epoch.'),
      stages: z.array(z.object({ id: z.string(), label: z.string() })).describe('Columns, from left to right.'),
      nodes: z.array(
        z.object({
          id: z.string(),
          stage: z.string(),
          label: z.string(),
          kind: z.enum(KINDS),
          inflow: z.string().describe('Base units.'),
          outflow: z.string(),
          balance: z.string().describe('inflow − outflow: the change in this time; below zero where value enters.'),
          members: z.int().describe('How many accounts or parties it stands for.'),
        }),
      ),
      links: z.array(
        z.object({
          id: z.string(),
          source: z.string(),
          target: z.string(),
          amount: z.string().describe('Base units.'),
          count: z.int().describe('How many edges.'),
          kind: z
            .enum(['in', 'internal', 'return', 'fee', 'out'])
            .describe('return: to an earlier stage or the same one.'),
        }),
      ),
      total: z.string().describe('What entered in this time, base units.'),
      conservation: z
        .object({
          ok: z.boolean(),
          breaks: z.array(
            z.object({ account: z.string(), amount: z.string().describe('Books less graph, base units.') }),
          ),
        })
        .nullable()
        .describe(
          "Whether each coin account's inflow less outflow is its balance in the books, but for what is on its way; over all time. Null of entitlement and of an earlier epoch.",
        ),
    }),
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof DrawFlow.contract>, db: EntityManager) {
    return inSnapshot(db, (snapshot) => draw(query, snapshot));
  }
}

async function draw(query: RouteInput<typeof DrawFlow.contract>['query'], db: EntityManager) {
  const graph = await graphAsked(db, query);
  if (graph instanceof Problem) return graph;

  const found = await linksBetweenGroups(db, graph, query);
  const folding = foldGroups(found);
  const members = new Map<string, number>();
  const groups = new Set(found.flatMap(({ source, target }) => [source, target]));
  for (const [group, count] of await groupSizes(db, graph, [...groups])) {
    const drawn = folding.drawnAs(group);
    members.set(drawn, (members.get(drawn) ?? 0) + count);
  }
  const wallets = new Map((await db.find(WalletRow)).map((wallet) => [wallet.walletId, wallet]));
  const looks = new Map([...members].map(([id, count]) => [id, lookOf(id, count, wallets)]));
  const lookAt = (id: string) => looks.get(id) ?? lookOf(id, 0, wallets);
  const links = foldLinks(found, folding).sort((a, b) => (a.amount < b.amount ? 1 : -1));
  const breaks = await divergences(db, graph.asset);
  return {
    asset: graph.asset,
    epoch: graph.epoch,
    layer: graph.layer,
    asOfSeq: graph.asOfSeq,
    bookedThrough: graph.bookedThrough,
    stages: STAGES.filter(({ id }) => [...looks.values()].some(({ stage }) => stage === id)),
    nodes: [...members].map(([id, count]) => {
      const inflow = sum(links.filter(({ target }) => target === id));
      const outflow = sum(links.filter(({ source }) => source === id));
      return {
        id,
        ...lookAt(id),
        inflow: inflow.toString(),
        outflow: outflow.toString(),
        balance: (inflow - outflow).toString(),
        members: count,
      };
    }),
    links: links.map(({ source, target, amount, count }) => ({
      id: `${source} -> ${target}`,
      source,
      target,
      amount: amount.toString(),
      count,
      kind: linkKind(lookAt(source), lookAt(target)),
    })),
    total: sum(links.filter(({ source }) => isOrigin(lookAt(source)))).toString(),
    conservation: graph.layer === 'custody' && graph.newest ? { ok: breaks.length === 0, breaks } : null,
  };
}

function sum(links: readonly GroupLink[]): bigint {
  return links.reduce((total, { amount }) => total + amount, 0n);
}
