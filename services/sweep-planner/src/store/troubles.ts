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
  const [held]: { count: number }[] = await db.query(
    'SELECT count(*)::int AS count FROM lease JOIN flow USING (flow_id) WHERE flow.chain = $1',
    [chain],
  );
  const unproven = await movedNothing(db, chain);
  return {
    messages: [
      ...(outflows > 0 ? [`${outflows} outflows that no flow explains: see GET /outflows?state=unexplained`] : []),
      ...quarantined.map(({ flowId, reason }) => `Flow ${flowId}: ${reason}`),
      ...refused.map(({ flowId, error }) => `Flow ${flowId} is not signed: ${error}`),
      ...unproven.map(
        ({ flowId, txid }) =>
          `Flow ${flowId}: transaction ${txid} is final and succeeded, but nothing has arrived by it: look at what the ` +
          `token did there; its source stays leased`,
      ),
      ...mandates.map(({ mandateId, trouble }) => `Mandate ${mandateId}: ${trouble}`),
    ],
    ...{ outflows, mandates: mandates.length, leases: held?.count ?? 0 },
  };
}

/** Transactions that are final for minutes without the transfer which they were to make. */
function movedNothing(db: EntityManager, chain: string): Promise<{ flowId: string; txid: string }[]> {
  return db.query(
    `SELECT f.flow_id AS "flowId", a.txid FROM attempt a JOIN flow f USING (flow_id)
     WHERE f.chain = $1 AND f.state IN ('BROADCAST', 'MINED') AND a.is_final AND a.transfer IS NULL
       AND f.updated_at < now() - interval '5 minutes' ORDER BY f.updated_at LIMIT 20`,
    [chain],
  );
}
