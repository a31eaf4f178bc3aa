import type { EntityManager } from 'typeorm';

/** What an open change is about; no second open change may be about it. */
export interface OpenItem {
  readonly key: string;
  readonly changeId: number;
}

/**
 * Claims keys for an open change. Of two changes at once over one key the first to commit has it; the other waits for
 * that here.
 *
 * @returns the keys that another open change has: then nothing of this may be committed
 */
export async function claimKeys(tx: EntityManager, changeId: number, keys: readonly string[]): Promise<OpenItem[]> {
  const inOrder = [...keys].sort();
  const claimed: { key: string }[] = await tx.query(
    'INSERT INTO open_item (key, change_id) SELECT key, $1 FROM unnest($2::text[]) AS key ON CONFLICT DO NOTHING RETURNING key',
    [changeId, inOrder],
  );
  if (claimed.length === keys.length) return [];
  const rows: { key: string; change_id: string }[] = await tx.query(
    'SELECT key, change_id FROM open_item WHERE key = ANY ($1) AND change_id <> $2 ORDER BY key',
    [inOrder, changeId],
  );
  return rows.map(({ key, change_id }) => ({ key, changeId: Number(change_id) }));
}

/** Lets go of all that a change is about: it is decided, or revised. */
export async function releaseKeys(tx: EntityManager, changeId: number): Promise<void> {
  await tx.query('DELETE FROM open_item WHERE change_id = $1', [changeId]);
}
