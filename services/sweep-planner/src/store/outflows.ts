import type { EntityManager } from 'typeorm';
import { OutflowRow } from './rows';

/** Value that left, as a final fact tells it. */
export type Outflow = Omit<OutflowRow, 'state' | 'judgedAt'>;

export async function saveOutflow(tx: EntityManager, outflow: Outflow, state: OutflowRow['state']): Promise<void> {
  await tx.save(OutflowRow, { ...outflow, state, judgedAt: new Date() });
}

export async function standingOutflow(tx: EntityManager, outflowId: string): Promise<OutflowRow | undefined> {
  return (await tx.findOneBy(OutflowRow, { outflowId, state: 'unexplained' })) ?? undefined;
}

export function listOutflows(db: EntityManager, state: OutflowRow['state'] | undefined, limit: number) {
  return db.find(OutflowRow, { where: state ? { state } : {}, order: { judgedAt: 'DESC' }, take: limit });
}
