import { IsNull, Not, type EntityManager } from 'typeorm';
import { AttemptRow } from './attempt-row';
import { FlowRow } from './flow-row';
import { troubledMandates } from './mandates';
import { OutflowRow } from './rows';

/** What waits for a person, and how much is held. */
export interface Troubles {
  readonly messages: readonly string[];
  readonly outflows: number;
  readonly mandates: number;
  readonly leases: number;
}

export async function readTroubles(db: EntityManager, chain: string): Promise<Troubles> {
  const outflows = await db.countBy(OutflowRow, { chain, state: 'unexplained' });
  const quarantined = await db.findBy(FlowRow, { chain, state: 'QUARANTINED' });
  const refused = await db.find(AttemptRow, {
    where: { chain, state: 'SIGNING', error: Not(IsNull()) },
    order: { flowId: 'ASC' },
    take: 20,
  });
  const mandates = await troubledMandates(db, chain);
  const [held]: { count: number }[] = await db.query('SELECT count(*)::int AS count FROM lease');
  return {
    messages: [
      ...(outflows > 0 ? [`${outflows} outflows that no flow explains: see GET /outflows?state=unexplained`] : []),
      ...quarantined.map(({ flowId, reason }) => `Flow ${flowId}: ${reason}`),
      ...refused.map(({ flowId, error }) => `Flow ${flowId} is not signed: ${error}`),
      ...mandates.map(({ mandateId, trouble }) => `Mandate ${mandateId}: ${trouble}`),
    ],
    ...{ outflows, mandates: mandates.length, leases: held?.count ?? 0 },
  };
}
