import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/**
 * Reads the rows after a key, in the order of that key: one more than `limit`, to see whether there is a next page.
 *
 * @param key    the entity's properties that the list is sorted by, unique together
 * @param where  properties that must equal; undefined ones are left out
 */
export async function pageAfter<R extends ObjectLiteral>(
  db: EntityManager,
  entity: EntityTarget<R>,
  key: readonly (keyof R & string)[],
  { where, after, limit }: { where: FindOptionsWhere<R>; after: readonly string[] | undefined; limit: number },
): Promise<R[]> {
  const stated = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined));
  const rows = db
    .createQueryBuilder(entity, 'row')
    .where(stated)
    .limit(limit + 1);
  if (after) {
    const names = key.map((property) => `row.${property}`).join(', ');
    const values = key.map((_, place) => `:after${place}`).join(', ');
    rows.andWhere(
      `(${names}) > (${values})`,
      Object.fromEntries(after.map((value, place) => [`after${place}`, value])),
    );
  }
  for (const property of key) rows.addOrderBy(`row.${property}`);
  return rows.getMany();
}
