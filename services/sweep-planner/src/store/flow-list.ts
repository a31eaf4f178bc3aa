import type { EntityManager } from 'typeorm';
import { FlowRow } from './flow-row';

/** Which flows to list. */
export interface FlowFilter {
  readonly state?: string;
  readonly kind?: string;
  readonly assetId?: string;
  readonly address?: string;
  /** True: those that wait for an approver; false: the others. */
  readonly needsApproval?: boolean;
}

/** The newest flows first, from a place in the list on. */
export function listFlows(
  db: EntityManager,
  { state, kind, assetId, address, needsApproval }: FlowFilter,
  after: readonly [plannedAt: string, flowId: string] | undefined,
  limit: number,
): Promise<FlowRow[]> {
  const query = db.createQueryBuilder(FlowRow, 'f').where('true');
  if (state) query.andWhere('f.state = :state', { state });
  if (kind) query.andWhere('f.kind = :kind', { kind });
  if (assetId) query.andWhere('f.asset_id = :assetId', { assetId });
  if (address) query.andWhere('(f.from_address = :address OR f.to_address = :address)', { address });
  if (needsApproval !== undefined) {
    query.andWhere(needsApproval ? `f.state = 'PENDING_APPROVAL'` : `f.state <> 'PENDING_APPROVAL'`);
  }
  if (after) query.andWhere('(f.planned_at, f.flow_id) < (:at, :flowId)', { at: after[0], flowId: after[1] });
  return query.orderBy('f.planned_at', 'DESC').addOrderBy('f.flow_id', 'DESC').limit(limit).getMany();
}

/** A line of a flow's history. */
export interface HistoryLine {
  readonly state: string;
  readonly at: Date;
  readonly by: string | null;
  readonly reason: string | null;
}

export function historyOf(db: EntityManager, flowId: string): Promise<HistoryLine[]> {
  return db.query('SELECT state, at, by, reason FROM flow_history WHERE flow_id = $1 ORDER BY id', [flowId]);
}

export function flowById(db: EntityManager, flowId: string): Promise<FlowRow | null> {
  return db.findOneBy(FlowRow, { flowId });
}
