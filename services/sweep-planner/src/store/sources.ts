import type { EntityManager } from 'typeorm';
import { HOLDING, type Credit } from '@tributary/domain-sweep';
import type { Owner } from '@tributary/events';
import { SourceRow } from './source-row';

/** What a final fact adds to an address or takes from it, in base units. */
export interface SourceChange {
  readonly address: string;
  readonly assetId: string;
  readonly chain: string;
  readonly owner: Owner;
  /** The transfer that brought it; null where something left. */
  readonly transferId: string | null;
  readonly client: bigint;
  readonly house: bigint;
}

/** Records what a fact changed, under the name of the fact, so that a reorg can take back exactly that. */
export async function applyChanges(tx: EntityManager, cause: string, changes: readonly SourceChange[]): Promise<void> {
  for (const { address, assetId, chain, owner, transferId, client, house } of changes) {
    await tx.query(
      `INSERT INTO source AS s (address, asset_id, chain, owner, client_units, house_units) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (address, asset_id) DO UPDATE
       SET client_units = s.client_units + excluded.client_units, house_units = s.house_units + excluded.house_units`,
      [address, assetId, chain, JSON.stringify(owner), client.toString(), house.toString()],
    );
    await tx.query(
      'INSERT INTO source_change (cause, address, asset_id, transfer_id, client, house) VALUES ($1, $2, $3, $4, $5, $6)',
      [cause, address, assetId, transferId, client.toString(), house.toString()],
    );
  }
}

/** Takes back what a fact changed. */
export async function undoChanges(tx: EntityManager, cause: string): Promise<void> {
  await tx.query(
    `WITH undone AS (DELETE FROM source_change WHERE cause = $1 RETURNING address, asset_id, client, house),
          summed AS (SELECT address, asset_id, sum(client) AS client, sum(house) AS house FROM undone GROUP BY 1, 2)
     UPDATE source s SET client_units = s.client_units - summed.client, house_units = s.house_units - summed.house
     FROM summed WHERE s.address = summed.address AND s.asset_id = summed.asset_id`,
    [cause],
  );
}

/** Locks what an address holds of an asset until the transaction ends; undefined where nothing ever arrived. */
export async function lockSource(tx: EntityManager, address: string, assetId: string): Promise<SourceRow | undefined> {
  const row = await tx.findOne(SourceRow, { where: { address, assetId }, lock: { mode: 'pessimistic_write' } });
  return row ?? undefined;
}

/**
 * What is left of the credits of an address's own side, in the order in which they came: each less what flows draw on
 * it that moved their value or may yet. A flow draws on the same credits however often a reorg takes it back.
 */
export async function creditsOf(tx: EntityManager, { address, assetId, owner }: SourceRow): Promise<Credit[]> {
  const column = owner.side === 'c' ? 'client' : 'house';
  const rows: { transferId: string; amount: string }[] = await tx.query(
    `SELECT credit.transfer_id AS "transferId", credit.${column} - drawn.amount AS amount
     FROM source_change credit
     CROSS JOIN LATERAL (SELECT coalesce(sum(i.amount), 0) AS amount FROM flow_input i JOIN flow f USING (flow_id)
                         WHERE i.transfer_id = credit.transfer_id AND f.state = ANY($3)) drawn
     WHERE credit.address = $1 AND credit.asset_id = $2 AND credit.transfer_id IS NOT NULL
       AND credit.${column} > drawn.amount ORDER BY credit.id`,
    [address, assetId, ['SETTLED', ...HOLDING]],
  );
  return rows.map(({ transferId, amount }) => ({ transferId, amount: BigInt(amount) }));
}

/**
 * What open flows may still take of the own side's units of an asset at an address: values of that asset, and maximum
 * fees where it is the asset that pays them. A client's address pays the fee of a token out of the house's units.
 */
export async function reservedOf(tx: EntityManager, { address, assetId, owner }: SourceRow): Promise<bigint> {
  const [row]: { reserved: string }[] = await tx.query(
    `SELECT coalesce(sum(CASE WHEN asset_id = $2 THEN amount ELSE 0 END
                       + CASE WHEN fee_asset_id = $2 AND ($3 = 'h' OR asset_id = $2) THEN max_fee ELSE 0 END), 0) AS reserved
     FROM flow WHERE from_address = $1 AND state = ANY($4)`,
    [address, assetId, owner.side, HOLDING],
  );
  return BigInt(row?.reserved ?? 0);
}

/** What a wallet holds of an asset, address by address, the fullest first; locked. */
export function lockSourcesOfWallet(
  tx: EntityManager,
  chain: string,
  walletId: string,
  assetId: string,
): Promise<SourceRow[]> {
  return tx
    .createQueryBuilder(SourceRow, 's')
    .setLock('pessimistic_write')
    .where(`s.chain = :chain AND s.asset_id = :assetId AND s.owner ->> 'walletId' = :walletId`)
    .setParameters({ chain, assetId, walletId })
    .orderBy('s.client_units + s.house_units', 'DESC')
    .getMany();
}

/** All that addresses hold, or one of them. */
export function listSources(db: EntityManager, address: string | undefined, limit: number): Promise<SourceRow[]> {
  return db.find(SourceRow, {
    where: address ? { address } : {},
    order: { address: 'ASC', assetId: 'ASC' },
    take: limit,
  });
}
