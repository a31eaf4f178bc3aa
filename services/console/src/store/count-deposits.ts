import type { EntityManager } from 'typeorm';

/** Deposits of clients by what became of them. */
export interface DepositCounts {
  readonly credited: number;
  readonly reverted: number;
  readonly pending: number;
}

/** Counts in one snapshot. */
export async function countDeposits(db: EntityManager): Promise<DepositCounts> {
  const [counts]: DepositCounts[] = await db.query(`
    SELECT (SELECT count(*)::int FROM flow_event WHERE entry_kind = 'deposit-finalized') AS credited,
           (SELECT count(*)::int FROM flow_event JOIN deposit ON transfer_id = flow
            WHERE type = 'TransferReverted' AND deposit.kind = 'client') AS reverted,
           (SELECT count(*)::int FROM deposit WHERE kind = 'client' AND state IN ('seen', 'confirmed')) AS pending`);
  return counts as DepositCounts;
}
