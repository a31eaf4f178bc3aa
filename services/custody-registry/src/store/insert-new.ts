import type { EntityManager, EntityTarget, QueryDeepPartialEntity } from 'typeorm';

/**
 * Inserts a row unless its key stands already. Of several writers of one key at once the first to commit wins; the
 * others wait for it here and are told so. The given row is left as it is.
 *
 * @returns whether the row is new
 */
export async function insertNew<R extends object>(
  tx: EntityManager,
  entity: EntityTarget<R>,
  row: QueryDeepPartialEntity<R>,
): Promise<boolean> {
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(row)
    .orIgnore()
    .returning('*')
    .updateEntity(false)
    .execute();
  return (inserted.raw as unknown[]).length === 1;
}
