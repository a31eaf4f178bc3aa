import { Client } from 'pg';

/** States in which nothing moves by itself any more; a flow that a reorg took back may wait for its coins for ever. */
const RESTING = ['SETTLED', 'FAILED', 'REVERTED', 'POLICY_DENIED', 'EXPIRED', 'CANCELLED'];

/**
 * What the planner has under way, e.g. `2 MINED, 1 SIGNED`; empty where nothing is.
 *
 * @param besides  states that count as resting too
 */
export async function underWay(databaseUrl: string, besides: readonly string[] = []): Promise<string> {
  const database = new Client({ connectionString: databaseUrl });
  database.on('error', () => undefined);
  await database.connect();
  try {
    const { rows } = await database.query<{ state: string; count: string }>(
      'SELECT state, count(*) FROM sweep_planner.flow WHERE state <> ALL($1) GROUP BY state',
      [[...RESTING, ...besides]],
    );
    return rows.map(({ state, count }) => `${count} ${state}`).join(', ');
  } finally {
    await database.end();
  }
}
