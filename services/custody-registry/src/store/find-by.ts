import { In, type EntityManager, type EntityTarget, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';

/** Reads the rows that have one of the values in a column. */
export function findBy<R extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<R>,
  column: keyof R & string,
  values: readonly string[],
): Promise<R[]> {
  return tx.findBy(entity, { [column]: In([...new Set(values)]) } as FindOptionsWhere<R>);
}

/** The same, and keeps each row from being changed up to the commit. */
export function findLockedBy<R extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<R>,
  column: keyof R & string,
  values: readonly string[],
): Promise<R[]> {
  const where = { [column]: In([...new Set(values)]) } as FindOptionsWhere<R>;
  return tx.find(entity, { where, order: { [column]: 'ASC' } as never, lock: { mode: 'pessimistic_read' } });
}
