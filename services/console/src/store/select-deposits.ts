import type { EntityManager } from 'typeorm';
import type { DepositRow } from './deposit-row';

/** A deposit with what the books say of it. */
export type BookedDeposit = DepositRow & {
  /** When its client's money became available; null before, and where it is no client's. */
  readonly creditedAt: Date | null;
  /** The entries of its flow in the order of booking. */
  readonly entryIds: readonly string[];
};

/** What deposits are asked for; undefined asks for all. */
export interface DepositFilter {
  readonly transferId?: string | undefined;
  readonly assetId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly state?: string | undefined;
  readonly address?: string | undefined;
  readonly txid?: string | undefined;
  /** Earliest block time, ISO 8601. */
  readonly from?: string | undefined;
  /** Block times before this one, ISO 8601. */
  readonly to?: string | undefined;
}

const CONDITIONS: Readonly<Record<keyof DepositFilter, string>> = {
  transferId: 'transfer_id =',
  assetId: 'asset_id =',
  clientId: 'client_id =',
  state: 'state =',
  address: 'address =',
  txid: 'txid =',
  from: 'block_time >=',
  to: 'block_time <',
};

/**
 * Reads deposits, the newest block first.
 *
 * @param after  block time and transferId of the deposit before the first wanted one
 */
export async function selectDeposits(
  db: EntityManager,
  filter: DepositFilter,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<BookedDeposit[]> {
  const values: unknown[] = [];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const conditions = (Object.entries(CONDITIONS) as [keyof DepositFilter, string][])
    .filter(([name]) => filter[name] !== undefined)
    .map(([name, condition]) => `${condition} ${place(filter[name])}`);
  if (after) conditions.push(`(block_time, transfer_id) < (${place(after[0])}::timestamptz, ${place(after[1])})`);
  return db.query(
    `SELECT transfer_id AS "transferId", chain, txid, index, asset_id AS "assetId", from_address AS "from", address,
            wallet_id AS "walletId", client_id AS "clientId", kind, amount, state, block_height::float8 AS "blockHeight",
            block_hash AS "blockHash", block_time AS "blockTime", confirmations::float8 AS confirmations, occurrence, late,
            seen_at AS "seenAt", confirmed_at AS "confirmedAt", finalized_at AS "finalizedAt", reverted_at AS "revertedAt",
            booked.credited_at AS "creditedAt", booked.entry_ids AS "entryIds"
     FROM deposit
     CROSS JOIN LATERAL (
       SELECT max(at) FILTER (WHERE entry_kind = 'deposit-finalized') AS credited_at,
              coalesce(array_agg(entry_id ORDER BY stream_seq), '{}') AS entry_ids
       FROM flow_event WHERE flow = transfer_id AND entry_id IS NOT NULL
     ) AS booked
     ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
     ORDER BY block_time DESC, transfer_id DESC
     LIMIT ${place(limit)}`,
    values,
  );
}
