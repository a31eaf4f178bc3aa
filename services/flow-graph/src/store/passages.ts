import type { EntityManager } from 'typeorm';
import type { Graph } from './graph';

/** From this time on, up to but not including that one; either may be open. */
export interface TimeRange {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
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

/** Passages with the groups of their ends: of a graph ($1 asset, $2 layer, $3 epoch), from $4 on, before $5. */
export const GROUPED_PASSAGES = `
  SELECT passage.*, source.grp AS source, target.grp AS target
  FROM passages_of($1, $2, $3) AS passage
  JOIN node AS source ON source.asset = $1 AND source.layer = $2 AND source.node = passage.src
  JOIN node AS target ON target.asset = $1 AND target.layer = $2 AND target.node = passage.dst
  WHERE ($4::timestamptz IS NULL OR effective_at >= $4) AND ($5::timestamptz IS NULL OR effective_at < $5)`;

/** The parameters that it takes. */
export function passageParameters({ asset, layer, epoch }: Graph, { from, to }: TimeRange): unknown[] {
  return [asset, layer, epoch, from ?? null, to ?? null];
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
     FROM (${GROUPED_PASSAGES}) AS p
     WHERE ${source.sql} AND ${target.sql} AND ($10::bigint IS NULL OR id < $10)
     GROUP BY id, src, dst, tx, flow, entry_id, book_seq, effective_at
     ORDER BY id DESC LIMIT $11`,
    [...passageParameters(graph, range), ...source.values, ...target.values, page.before ?? null, page.limit],
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
