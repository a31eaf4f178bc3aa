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
export function overWholeGraph<T>(snapshot: EntityManager, read: () => Promise<T>): Promise<T> {
  return without(snapshot, ['enable_nestloop'], read);
}

/** For a small part of a graph: every row is reached through an index, whatever the statistics say. */
export function byIndex<T>(snapshot: EntityManager, read: () => Promise<T>): Promise<T> {
  return without(snapshot, ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'], read);
}

async function without<T>(snapshot: EntityManager, settings: readonly string[], read: () => Promise<T>): Promise<T> {
  for (const setting of settings) await snapshot.query(`SET LOCAL ${setting} = off`);
  const result = await read();
  for (const setting of settings) await snapshot.query(`SET LOCAL ${setting} = on`);
  return result;
}
