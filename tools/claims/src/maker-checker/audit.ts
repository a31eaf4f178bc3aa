import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Tally } from './trial';

/** What the tables say after all races; the first three are 0 where the claim holds. */
export interface Findings {
  /** Changes, mandates and flows approved by their maker, or flows by the editor of their mandate. */
  readonly selfApprovals: number;
  /** Changes and flows approved on another digest than that of what was recorded. */
  readonly otherDigestApprovals: number;
  /** Changes or flows that took effect more than once, or beside a decision against them. */
  readonly doubleApplied: number;
  readonly approvedChanges: number;
  readonly approvedFlows: number;
}

interface ApprovedChange {
  readonly changeId: number;
  readonly items: readonly Record<string, unknown>[];
  readonly maker: string;
  readonly checker: string;
  readonly digest: string;
  readonly approvedDigest: string;
}

/** Reads both services' tables with no code of theirs. */
export async function audit(database: Pool, { granted }: Tally): Promise<Findings> {
  const count = async (sql: string): Promise<number> =>
    (await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)).rows[0]?.n ?? 0;
  const { rows: approved } = await database.query<ApprovedChange>(
    `SELECT change_id::int AS "changeId", items, maker, checker, digest, approved_digest AS "approvedDigest"
     FROM custody_registry.change WHERE state = 'approved' AND kind = 'set-mandate'`,
  );
  const { rows: versions } = await database.query<{ recorded: string }>(
    `SELECT concat_ws(' ', mandate_id, movement_limit, maker, checker) AS recorded FROM custody_registry.mandate`,
  );
  const recorded = versions.map((version) => version.recorded).sort();
  const stated = approved
    .flatMap(({ items, maker, checker }) =>
      items.map((item) => `${String(item['mandateId'])} ${String(item['limit'])} ${maker} ${checker}`),
    )
    .sort();
  const given = new Map(granted.map(({ changeId, digest }) => [changeId, digest]));
  return {
    selfApprovals:
      (await count('custody_registry.change WHERE checker = maker')) +
      (await count('custody_registry.mandate WHERE checker = maker')) +
      (await count(
        'sweep_planner.approval a JOIN sweep_planner.flow f USING (flow_id) WHERE a.approver IN (f.maker, f.mandate_editor)',
      )),
    otherDigestApprovals:
      approved.filter(
        (change) =>
          digestOf(change) !== (given.get(change.changeId) ?? change.approvedDigest) ||
          digestOf(change) !== change.approvedDigest,
      ).length +
      (await count('sweep_planner.approval a JOIN sweep_planner.flow f USING (flow_id) WHERE a.digest <> f.digest')),
    doubleApplied:
      granted.length -
      given.size +
      difference(recorded, stated) +
      (await count(
        `(SELECT flow_id FROM sweep_planner.flow_history WHERE state = 'APPROVED' GROUP BY flow_id HAVING count(*) > 1) twice`,
      )) +
      (await count(
        `(SELECT key FROM custody_registry.producer_stream s WHERE key LIKE 'mandate/%' AND last_seq <>
          (SELECT count(*) FROM custody_registry.mandate m WHERE 'mandate/' || m.mandate_id = s.key)) off`,
      )),
    approvedChanges: approved.length,
    approvedFlows: await count(`sweep_planner.flow_history WHERE state = 'APPROVED'`),
  };
}

/** How many entries one sorted list has that the other lacks, each counted as often as it stands. */
function difference(some: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const each of some) left.set(each, (left.get(each) ?? 0) + 1);
  for (const each of others) left.set(each, (left.get(each) ?? 0) - 1);
  return [...left.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}

/** SHA-256 of {"items":…,"kind":"set-mandate","maker":…} with sorted names; a mandate's fields are flat. */
function digestOf({ items, maker }: ApprovedChange): string {
  const flat = items.map((item) => JSON.stringify(Object.fromEntries(Object.entries(item).sort(byName))));
  return createHash('sha256')
    .update(`{"items":[${flat.join(',')}],"kind":"set-mandate","maker":${JSON.stringify(maker)}}`)
    .digest('hex');
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
