import { Problem, type EntityManager } from '@tributary/platform-service';
import type { ChangeKind, Refusal } from './change-kind';

/** So many refusals are told; a file of the wrong sort would refuse every one of its items. */
const TOLD = 20;

/** A refusal with the place of its item, counted from 0. */
interface RefusedItem extends Refusal {
  readonly place: number;
}

/**
 * Checks every item of a change as things stand: a problem that names those which cannot be, and why.
 *
 * @param where  what holds the items, as the caller knows it
 */
export async function refusedItems(
  kind: ChangeKind,
  items: readonly object[],
  tx: EntityManager,
  where: 'body' | 'change' = 'body',
): Promise<Problem | undefined> {
  const refused: RefusedItem[] = [];
  const refusals = await kind.refusals(items, tx);
  const placeOf = new Map<string, number>();
  for (const [place, item] of items.entries()) {
    const key = kind.keyOf(item);
    const twin = placeOf.get(key);
    placeOf.set(key, twin ?? place);
    const refusal = twin === undefined ? refusals[place] : twice(key, twin);
    if (refusal) refused.push({ ...refusal, place });
  }
  return refused.length > 0 ? problemOf(refused, items.length, where) : undefined;
}

function problemOf(refused: readonly RefusedItem[], itemCount: number, where: string): Problem {
  const [first] = refused as readonly [RefusedItem, ...RefusedItem[]];
  return new Problem(
    first.status,
    first.code,
    `${refused.length} of ${itemCount} items cannot be recorded, so none is; mend or leave out what errors names`,
    refused.slice(0, TOLD).map(({ place, field, reason }) => ({
      field: [where, 'items', place, ...(field ? [field] : [])].join('.'),
      reason,
    })),
  );
}

function twice(key: string, twin: number): Refusal {
  return { status: 409, code: 'item-twice', field: '', reason: `is about ${key}, as item ${twin} is: leave one out` };
}
