import type { EntityManager } from 'typeorm';

/** Opens a snapshot: all that is read in it is of one moment. */
export function inSnapshot<T>(db: EntityManager, read: (snapshot: EntityManager) => Promise<T>): Promise<T> {
  return db.transaction('REPEATABLE READ', read);
}

/**
 * For sums over a whole graph: joins are hashed, never nested. While a table is so young that it has no statistics
 * yet, the database takes it for empty and would loop over all of it for each row of the other (minutes instead of
 * milliseconds at 200 edges).
 */
export async function overWholeGraph<T>(snapshot: EntityManager, read: () => Promise<T>): Promise<T> {
  await snapshot.query('SET LOCAL enable_nestloop = off');
  const result = await read();
  await snapshot.query('SET LOCAL enable_nestloop = on');
  return result;
}
