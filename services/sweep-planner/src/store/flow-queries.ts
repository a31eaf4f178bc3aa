import { In, LessThan, Not, type EntityManager } from 'typeorm';
import { HOLDING, UNSIGNED, type FlowState } from '@tributary/domain-sweep';
import { FlowRow } from './flow-row';
import { ChainHaltRow } from './rows';

/** Why nothing moves on a chain just now; null where it does. */
export async function haltOf(db: EntityManager, chain: string): Promise<string | null> {
  return (await db.findOneBy(ChainHaltRow, { chain }))?.reason ?? null;
}

/** The flows of a chain in a state; those that wait for something last, then the oldest first. */
export function flowsIn(db: EntityManager, chain: string, state: FlowState, limit: number): Promise<FlowRow[]> {
  return db.find(FlowRow, {
    where: { chain, state },
    order: { waitingFor: { direction: 'ASC', nulls: 'FIRST' }, plannedAt: 'ASC', flowId: 'ASC' },
    take: limit,
  });
}

/** The flows that were planned under an earlier version of a mandate and are not signed yet. */
export async function unsignedFlowsOf(tx: EntityManager, mandateId: string, version: number): Promise<string[]> {
  const rows = await tx.find(FlowRow, {
    select: { flowId: true },
    where: { mandateId, mandateVersion: Not(version), state: In([...UNSIGNED]) },
    order: { flowId: 'ASC' },
  });
  return rows.map(({ flowId }) => flowId);
}

/** The flows that may no longer be signed. */
export async function overdueFlows(db: EntityManager, chain: string, now: Date, limit: number): Promise<string[]> {
  const rows = await db.find(FlowRow, {
    select: { flowId: true },
    where: { chain, state: In([...UNSIGNED]), deadline: LessThan(now) },
    order: { deadline: 'ASC' },
    take: limit,
  });
  return rows.map(({ flowId }) => flowId);
}

/** How many flows are not over, by kind and state. */
export async function countOpenFlows(
  db: EntityManager,
): Promise<{ kind: string; state: string; flows: number; waiting: number; oldestSeconds: number }[]> {
  return db.query(
    `SELECT kind, state, count(*)::int AS flows, count(waiting_for)::int AS waiting,
            extract(epoch FROM clock_timestamp() - min(planned_at))::float AS "oldestSeconds"
     FROM flow WHERE state = ANY($1) GROUP BY kind, state`,
    [HOLDING],
  );
}
