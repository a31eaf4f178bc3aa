import { Problem, type EntityManager } from '@tributary/platform-service';
import type { ChangeKind } from './change-kind';
import { digestOf } from './digest';
import { refusedItems } from './refused-items';
import { ChangeRow } from './store/change-row';
import { insertProposal } from './store/changes';
import { claimKeys } from './store/open-items';

/**
 * Stores a change that somebody else may approve. Nothing is recorded before, but each item could be, as things stand.
 * The same change asked for again while it is open is the same change, so that a lost answer does no harm.
 *
 * @param items  as their kind reads them
 */
export async function proposeChange(
  kind: ChangeKind,
  items: object[],
  maker: string,
  tx: EntityManager,
): Promise<ChangeRow | Problem> {
  const proposal = { kind: kind.name, items, maker, proposedAt: new Date() };
  const digest = digestOf(proposal);
  const open = await tx.findOneBy(ChangeRow, { digest, state: 'proposed' });
  if (open) return open;
  const refused = await refusedItems(kind, items, tx);
  if (refused) return refused;
  const changeId = await insertProposal(tx, { ...proposal, digest });
  if (changeId === undefined) return proposeChange(kind, items, maker, tx);
  return (await keysTaken(kind, items, changeId, tx)) ?? tx.findOneByOrFail(ChangeRow, { changeId });
}

/** Claims what the change is about; a problem where another open change is about it too. */
export async function keysTaken(
  kind: ChangeKind,
  items: readonly object[],
  changeId: number,
  tx: EntityManager,
): Promise<Problem | undefined> {
  const keys = items.map((item) => kind.keyOf(item));
  const taken = await claimKeys(tx, changeId, keys);
  if (taken.length === 0) return undefined;
  return new Problem(
    409,
    'change-open',
    'Another change of the same is open: wait until it is decided, or have it rejected',
    taken.map(({ key, changeId: other }) => ({
      field: `body.items.${keys.indexOf(key)}`,
      reason: `is about ${key}, as the open change ${other} is`,
    })),
  );
}
