import type { EntityManager, EntityTarget, QueryDeepPartialEntity } from 'typeorm';

/**
 * Inserts rows unless the key of one stands already. Of several writers of one key at once the first to commit wins;
 * the others wait for it here and are told so. The given rows are left as they are.
 *
 * @returns whether all are new; if not, nothing of this may be committed
 */
export async function insertAll<R extends object>(
  tx: EntityManager,
  entity: EntityTarget<R>,
  rows: readonly QueryDeepPartialEntity<R>[],
): Promise<boolean> {
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values([...rows])
    .orIgnore()
    .returning('*')
    .updateEntity(false)
    .execute();
  return (inserted.raw as unknown[]).length === rows.length;
}
