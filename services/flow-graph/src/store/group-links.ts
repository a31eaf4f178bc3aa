import type { EntityManager } from 'typeorm';
import { isTransit, passagesOf } from '@tributary/domain-flow-graph';
import { splitRange } from '../split-range';
import { edgesAt, edgesWithin } from './find-edges';
import type { GraphAsOf } from './find-graph';
import type { Graph } from './graph';
import { groupsOf } from './groups';
import { overWholeGraph } from './plans';
import { GROUPED_PASSAGES, passageParameters, type TimeRange } from './passages';

/** What flowed from one group to another. */
export interface GroupLink {
  readonly source: string;
  readonly target: string;
  readonly amount: bigint;
  readonly count: number;
}

interface LinkRow {
  readonly source: string;
  readonly target: string;
  readonly amount: string;
  readonly count: string;
}

/**
 * What flowed between groups: sums kept by day and hour, and raw edges where the range begins or ends within an hour.
 * Of a past epoch no sums are kept, so all of it is raw edges.
 */
export async function linksBetweenGroups(
  snapshot: EntityManager,
  graph: GraphAsOf,
  range: TimeRange,
): Promise<GroupLink[]> {
  if (!graph.newest) return total([await rawLinks(snapshot, graph, range)]);
  const { days, hours, rest } = splitRange(range);
  const found: LinkRow[][] = [];
  for (const part of days) found.push(await keptLinks(snapshot, graph, 'day', part));
  for (const part of hours) found.push(await keptLinks(snapshot, graph, 'hour', part));
  for (const part of rest) found.push(await linksWithin(snapshot, graph, part));
  return total(found);
}

/** The same from all raw edges, transit taken out in SQL. */
async function rawLinks(db: EntityManager, graph: Graph, range: TimeRange): Promise<LinkRow[]> {
  return overWholeGraph(db, () =>
    db.query(
      `SELECT source, target, sum(amount)::text AS amount, count(*)::text AS count
       FROM (${GROUPED_PASSAGES}) AS p GROUP BY source, target`,
      passageParameters(graph, range),
    ),
  );
}

/** The same of part of an hour: its few edges are taken one by one, as they are when they are placed. */
async function linksWithin(db: EntityManager, graph: Graph, range: TimeRange): Promise<LinkRow[]> {
  const edges = await edgesWithin(db, graph, range);
  const transits = new Set(edges.flatMap(({ src, dst }) => [src, dst]).filter(isTransit));
  const direct = edges.filter(({ src, dst }) => !transits.has(src) && !transits.has(dst));
  const inRange = new Set(edges.map(({ id }) => id));
  const passages = passagesOf([...direct, ...(await edgesAt(db, graph, [...transits]))]).filter(({ by }) =>
    inRange.has(by.id),
  );
  const groups = await groupsOf(db, graph, [...new Set(passages.flatMap(({ src, dst }) => [src, dst]))]);
  return passages.map(({ src, dst, amount }) => ({
    source: groups.get(src) ?? src,
    target: groups.get(dst) ?? dst,
    amount: amount.toString(),
    count: '1',
  }));
}

async function keptLinks(
  db: EntityManager,
  { asset, layer }: Graph,
  width: 'day' | 'hour',
  { from, to }: TimeRange,
): Promise<LinkRow[]> {
  return db.query(
    `SELECT source, target, sum(amount)::text AS amount, sum(count)::text AS count FROM rollup
     WHERE asset = $1 AND layer = $2 AND width = $3
       AND at >= coalesce($4::timestamptz, '-infinity') AND at < coalesce($5::timestamptz, 'infinity')
     GROUP BY source, target HAVING sum(count) <> 0`,
    [asset, layer, width, from ?? null, to ?? null],
  );
}

function total(parts: readonly (readonly LinkRow[])[]): GroupLink[] {
  const links = new Map<string, GroupLink>();
  for (const { source, target, amount, count } of parts.flat()) {
    const key = `${source}\n${target}`;
    const known = links.get(key);
    links.set(key, {
      source,
      target,
      amount: (known?.amount ?? 0n) + BigInt(amount),
      count: (known?.count ?? 0) + Number(count),
    });
  }
  return [...links.values()].filter(({ count }) => count > 0);
}
