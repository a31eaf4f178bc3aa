import type { EntityManager } from 'typeorm';
import { ChangeRow } from './change-row';

export type NewChange = Pick<ChangeRow, 'kind' | 'items' | 'digest' | 'maker' | 'proposedAt'>;

/** Stores a proposal. @returns its number; undefined where an open one has the same digest, hence says the same */
export async function insertProposal(tx: EntityManager, change: NewChange): Promise<number | undefined> {
  const rows: { change_id: string }[] = await tx.query(
    `INSERT INTO change (kind, items, digest, maker, state, proposed_at) VALUES ($1, $2, $3, $4, 'proposed', $5)
     ON CONFLICT (digest) WHERE state = 'proposed' DO NOTHING RETURNING change_id`,
    [change.kind, JSON.stringify(change.items), change.digest, change.maker, change.proposedAt],
  );
  return rows[0] && Number(rows[0].change_id);
}

/** Reads a change, which stays locked up to the commit: of several who decide it at once one goes first. */
export function lockChange(tx: EntityManager, changeId: number): Promise<ChangeRow | null> {
  return tx.findOne(ChangeRow, { where: { changeId }, lock: { mode: 'pessimistic_write' } });
}

/** What a list of changes is narrowed to, and where its page begins. */
export interface ChangeFilter {
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly maker?: string | undefined;
  /** Only changes with a lower number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Reads changes, the newest first: one more than `limit`, to see whether there is a next page. */
export function findChanges(
  db: EntityManager,
  { state, kind, maker, before, limit }: ChangeFilter,
): Promise<ChangeRow[]> {
  const rows = db
    .createQueryBuilder(ChangeRow, 'change')
    .orderBy('change.changeId', 'DESC')
    .limit(limit + 1);
  if (state !== undefined) rows.andWhere('change.state = :state', { state });
  if (kind !== undefined) rows.andWhere('change.kind = :kind', { kind });
  if (maker !== undefined) rows.andWhere('change.maker = :maker', { maker });
  if (before !== undefined) rows.andWhere('change.changeId < :before', { before });
  return rows.getMany();
}
