import type { EntityManager } from 'typeorm';
import type { Graph } from './graph';

/** From this time on, up to but not including that one; either may be open. */
export interface TimeRange {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** What flowed from one group to another. */
export interface GroupLink {
  readonly source: string;
  readonly target: string;
  readonly amount: bigint;
  readonly count: number;
}

/** A group of nodes; of how many. */
export interface GroupSize {
  readonly group: string;
  readonly members: number;
}

/** An edge with transit taken out. */
export interface Passage {
  readonly edgeId: string;
  readonly src: string;
  readonly dst: string;
  readonly amount: string;
  readonly tx: string | null;
  readonly flow: string;
  readonly entryId: string;
  readonly bookSeq: number;
  readonly effectiveAt: Date;
}

/** Which groups: one by its name, or all of a prefix but those named. */
export type GroupFilter = { readonly group: string } | { readonly prefix: string; readonly except: readonly string[] };

const GROUPED = `
  SELECT passage.*, source.grp AS source, target.grp AS target
  FROM passage
  JOIN grouped_node source
    ON source.epoch = passage.epoch AND source.layer = passage.layer AND source.asset = passage.asset AND source.node = src
  JOIN grouped_node target
    ON target.epoch = passage.epoch AND target.layer = passage.layer AND target.asset = passage.asset AND target.node = dst
  WHERE passage.epoch = $1 AND passage.layer = $2 AND passage.asset = $3
    AND ($4::timestamptz IS NULL OR effective_at >= $4) AND ($5::timestamptz IS NULL OR effective_at < $5)`;

/** Sums of what flowed between groups. */
export async function linksBetweenGroups(db: EntityManager, graph: Graph, range: TimeRange): Promise<GroupLink[]> {
  const rows: { source: string; target: string; amount: string; count: string }[] = await db.query(
    `SELECT source, target, sum(amount) AS amount, count(*) AS count FROM (${GROUPED}) AS p GROUP BY source, target`,
    parameters(graph, range),
  );
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount), count: Number(row.count) }));
}

/** How many nodes of each group took part. */
export async function groupSizes(db: EntityManager, graph: Graph, range: TimeRange): Promise<GroupSize[]> {
  const rows: { group: string; members: string }[] = await db.query(
    `WITH p AS (${GROUPED})
     SELECT grp AS "group", count(DISTINCT node) AS members
     FROM (SELECT source AS grp, src AS node FROM p UNION ALL SELECT target, dst FROM p) AS ends
     GROUP BY grp`,
    parameters(graph, range),
  );
  return rows.map(({ group, members }) => ({ group, members: Number(members) }));
}

/** What stands behind a link, newest first; before the passage with this id. */
export async function passagesBetween(
  db: EntityManager,
  graph: Graph,
  range: TimeRange,
  page: { source: GroupFilter; target: GroupFilter; before: number | undefined; limit: number },
): Promise<Passage[]> {
  const source = condition('source', page.source, 6);
  const target = condition('target', page.target, 8);
  const rows: (Passage & { bookSeq: string })[] = await db.query(
    `SELECT id AS "edgeId", src, dst, sum(amount)::text AS amount, tx, flow, entry_id AS "entryId",
            book_seq AS "bookSeq", effective_at AS "effectiveAt"
     FROM (${GROUPED}) AS p
     WHERE ${source.sql} AND ${target.sql} AND ($10::bigint IS NULL OR id < $10)
     GROUP BY id, src, dst, tx, flow, entry_id, book_seq, effective_at
     ORDER BY id DESC LIMIT $11`,
    [...parameters(graph, range), ...source.values, ...target.values, page.before ?? null, page.limit],
  );
  return rows.map((row) => ({ ...row, bookSeq: Number(row.bookSeq) }));
}

function condition(column: 'source' | 'target', filter: GroupFilter, first: number) {
  const [prefix, names] = 'group' in filter ? [null, [filter.group]] : [filter.prefix, filter.except];
  return {
    sql: `CASE WHEN $${first}::text IS NULL THEN ${column} = ANY ($${first + 1}::text[])
          ELSE starts_with(${column}, $${first}) AND ${column} <> ALL ($${first + 1}::text[]) END`,
    values: [prefix, names],
  };
}

function parameters({ epoch, layer, asset }: Graph, { from, to }: TimeRange): unknown[] {
  return [epoch, layer, asset, from ?? null, to ?? null];
}
