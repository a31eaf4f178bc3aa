import type { Client } from 'pg';
import type { ChainPayment } from '../chain-truth';

/** What is wrong with what left our addresses, in words. */
export interface OutgoingFindings {
  /** Value that was moved twice, by two plans of one source or by a transaction that no plan knows. */
  readonly doubleSweeps: readonly string[];
  /** Leases that nobody needs any more, and flows under way without theirs. */
  readonly leakedLeases: readonly string[];
  /** What moved without the approval that its amount and its mandate ask for. */
  readonly unapproved: readonly string[];
}

interface Attempted {
  readonly txid: string;
  readonly flow_id: string;
  readonly asset_id: string;
  readonly to_address: string;
  readonly amount: string;
}

/** Holds the planner's tables against the transactions that stand in the chain. */
export async function auditOutgoing(database: Client, payments: readonly ChainPayment[]): Promise<OutgoingFindings> {
  const { rows: attempts } = await database.query<Attempted>(`
    SELECT attempt.txid, flow_id, asset_id, to_address, amount
    FROM sweep_planner.attempt JOIN sweep_planner.flow USING (flow_id) WHERE attempt.txid IS NOT NULL`);
  const flowOf = new Map(attempts.map((attempt) => [attempt.txid, attempt]));
  return {
    doubleSweeps: [
      ...paidTwice(payments, flowOf),
      ...(await faults(database, PLANNED_WHILE_HELD)),
      ...(await faults(database, OVERDRAWN)),
    ],
    leakedLeases: await faults(database, LEAKED),
    unapproved: await faults(database, UNAPPROVED),
  };
}

/** The chain's own word: each payment is the one that its flow planned, and each flow paid once. */
function paidTwice(payments: readonly ChainPayment[], flowOf: ReadonlyMap<string, Attempted>): string[] {
  const paidBy = new Map<string, string>();
  return payments.flatMap(({ txid, from, moved }) => {
    const flow = flowOf.get(txid);
    if (!flow) return [`${txid} of ${from} was planned by nobody`];
    if (!moved) return [];
    if (moved.assetId !== flow.asset_id || moved.to !== flow.to_address || moved.amount !== BigInt(flow.amount)) {
      return [`${txid} moved ${moved.amount} of ${moved.assetId} to ${moved.to}, not what ${flow.flow_id} planned`];
    }
    const before = paidBy.get(flow.flow_id);
    paidBy.set(flow.flow_id, txid);
    return before ? [`${flow.flow_id} was paid by ${before} and by ${txid}`] : [];
  });
}

async function faults(database: Client, sql: string): Promise<string[]> {
  const { rows } = await database.query<{ fault: string }>(sql);
  return rows.map(({ fault }) => fault);
}

const ENDED = `('SETTLED', 'FAILED', 'POLICY_DENIED', 'EXPIRED', 'CANCELLED')`;

/** Sweeps that were planned while another of the same asset still had its source, be it that a reorg had given it back. */
const PLANNED_WHILE_HELD = `
  SELECT 'two sweeps of ' || later.asset_id || ' at ' || later.from_address || ' at once: ' || later.flow_id
         || ' was planned while ' || earlier.flow_id || ' was ' || held.state AS fault
  FROM sweep_planner.flow later
  JOIN sweep_planner.flow earlier ON earlier.flow_id <> later.flow_id AND earlier.kind = 'sweep'
   AND earlier.from_address = later.from_address AND earlier.asset_id = later.asset_id
  CROSS JOIN LATERAL (
    SELECT state FROM sweep_planner.flow_history h
    WHERE h.flow_id = earlier.flow_id AND h.at <= later.planned_at ORDER BY h.id DESC LIMIT 1) held
  WHERE later.kind = 'sweep' AND held.state NOT IN ${ENDED}`;

/** Deposits of which more was swept than they brought in. */
const OVERDRAWN = `
  SELECT 'swept more than it brought: ' || transfer_id AS fault
  FROM sweep_planner.flow_input JOIN sweep_planner.flow USING (flow_id)
  JOIN (SELECT transfer_id, sum(client + house) AS brought FROM sweep_planner.source_change
        WHERE transfer_id IS NOT NULL GROUP BY transfer_id) credit USING (transfer_id)
  WHERE flow.state = 'SETTLED'
  GROUP BY transfer_id, brought HAVING sum(flow_input.amount) > brought`;

const LEAKED = `
  SELECT 'leased to a flow that has ended: ' || resource || ' ' || flow_id || ' ' || state AS fault
  FROM sweep_planner.lease JOIN sweep_planner.flow USING (flow_id) WHERE state IN ${ENDED}
  UNION ALL
  SELECT 'under way without a lease: ' || flow_id || ' ' || state
  FROM sweep_planner.flow
  WHERE state NOT IN ${ENDED} AND NOT EXISTS (SELECT FROM sweep_planner.lease WHERE lease.flow_id = flow.flow_id)`;

const UNAPPROVED = `
  SELECT 'moved without its approval: ' || flow_id AS fault
  FROM sweep_planner.flow
  WHERE EXISTS (SELECT FROM sweep_planner.attempt WHERE attempt.flow_id = flow.flow_id)
    AND (amount > automatic_up_to OR maker NOT LIKE 'mandate:%')
    AND NOT EXISTS (
      SELECT FROM sweep_planner.approval
      WHERE approval.flow_id = flow.flow_id AND approval.digest = flow.digest
        AND approval.approver NOT IN (flow.maker, flow.mandate_editor))
  UNION ALL
  SELECT 'moved over its limit: ' || flow_id
  FROM sweep_planner.flow
  WHERE amount > max_amount AND EXISTS (SELECT FROM sweep_planner.attempt WHERE attempt.flow_id = flow.flow_id)`;
