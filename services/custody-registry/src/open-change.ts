import { z } from 'zod';
import { Problem, type EntityManager } from '@tributary/platform-service';
import type { ChangeRow } from './store/change-row';
import { lockChange } from './store/changes';

/** Path parameters of a route about one change. */
export const ChangeParams = z.object({ changeId: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

export function changeUnknown(changeId: number): Problem {
  return new Problem(404, 'change-unknown', `There is no change ${changeId}; GET /changes lists what is`);
}

/** Reads and locks a change that nobody has decided on yet. */
export async function openChange(changeId: number, tx: EntityManager): Promise<ChangeRow | Problem> {
  const change = await lockChange(tx, changeId);
  if (!change) return changeUnknown(changeId);
  if (change.state === 'proposed') return change;
  const when = change.decidedAt?.toISOString();
  return new Problem(409, 'change-decided', `Change ${changeId} was ${change.state} by ${change.checker} at ${when}`);
}
