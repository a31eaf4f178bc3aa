import type { EntityManager } from 'typeorm';

/** How far this service has consumed: `<topic>-<partition>` to the offset that comes next. */
export type Positions = Readonly<Record<string, string>>;

export async function readPositions(db: EntityManager): Promise<Positions> {
  const rows: { topic: string; part: number; next_offset: string }[] = await db.query(
    'SELECT topic, part, next_offset FROM consumer_fence ORDER BY topic, part',
  );
  return Object.fromEntries(rows.map(({ topic, part, next_offset }) => [`${topic}-${part}`, next_offset]));
}
