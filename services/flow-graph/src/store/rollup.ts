import type { EntityManager } from 'typeorm';
import { passagesOf } from '@tributary/domain-flow-graph';
import type { EdgeRecord } from './find-edges';
import type { Graph } from './graph';
import { groupsOf } from './groups';

/** Widths of time that sums are kept for, in milliseconds; both in UTC. */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/**
 * Counts edges into the sums between groups by hour and by day, or out of them. Transit is taken out, so edges at a
 * transit account are counted out and in again as a whole whenever one of them comes or goes: an account of one flow
 * has few.
 *
 * @param edges  of each transit account that they touch, all edges
 */
export async function addToRollup(
  tx: EntityManager,
  graph: Graph,
  edges: readonly EdgeRecord[],
  direction: 'in' | 'out',
): Promise<void> {
  const passages = passagesOf(edges);
  if (passages.length === 0) return;
  const groups = await groupsOf(tx, graph, [...new Set(passages.flatMap(({ src, dst }) => [src, dst]))]);
  const sign = direction === 'in' ? 1n : -1n;
  await tx.query(
    `INSERT INTO rollup AS standing (asset, layer, width, at, source, target, amount, count)
     SELECT $1, $2, width, at, source, target, sum(amount), sum(sign)
     FROM unnest($3::text[], $4::text[], $5::numeric[], $6::timestamptz[], $7::timestamptz[])
       AS passage (source, target, amount, hour, day)
     CROSS JOIN LATERAL (VALUES ('hour', hour), ('day', day)) AS wide (width, at)
     CROSS JOIN (SELECT $8::bigint AS sign) AS signed
     GROUP BY width, at, source, target
     ORDER BY width, at, source, target
     ON CONFLICT (asset, layer, width, at, source, target)
       DO UPDATE SET amount = standing.amount + excluded.amount, count = standing.count + excluded.count`,
    [
      graph.asset,
      graph.layer,
      passages.map(({ src }) => groups.get(src)),
      passages.map(({ dst }) => groups.get(dst)),
      passages.map(({ amount }) => (sign * amount).toString()),
      passages.map(({ by }) => startOf(by.effectiveAt, HOUR_MS)),
      passages.map(({ by }) => startOf(by.effectiveAt, DAY_MS)),
      sign.toString(),
    ],
  );
}

function startOf(at: Date, widthMs: number): Date {
  return new Date(Math.floor(at.getTime() / widthMs) * widthMs);
}
