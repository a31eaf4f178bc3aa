import type { DataSource } from '@tributary/platform-service';

export const ASSET = 'eip155:1/slip44:60';
export const HUB = 'assets:c:hot:eip155:1:0x407';

/**
 * Fills the service's own tables with one hub: as many inflows as outflows, in turns, over 1,000 parties on either
 * side. Amounts are drawn from 1 to 1,000 finney and some wei. An outflow is the mean of two inflows about a thousand
 * before it, so that the hub always holds some and lots never align.
 */
export async function fillHub(db: DataSource, edges: number, seed: number): Promise<void> {
  const pairs = Math.floor(edges / 2);
  await db.query(`INSERT INTO book (asset, seq, booked_at, placed_seq) VALUES ($1, $2, now(), $2)`, [ASSET, edges]);
  await db.query(
    `INSERT INTO node (asset, layer, node, grp)
     SELECT $1, 'custody', node, node FROM (
       SELECT $2 AS node UNION ALL SELECT 'outside:0xe' || n FROM generate_series(0, 1999) AS n) AS nodes`,
    [ASSET, HUB],
  );
  await db.transaction(async (tx) => {
    await tx.query('SET LOCAL session_replication_role = replica'); // a million look-ups of foreign keys less
    await tx.query(
      `WITH pair AS (
       SELECT n, (1 + abs(hashint8extended(n, $4)) % 1000) * 1000000000000000::numeric + n AS came,
              abs(hashint8extended(n, $4 + 1)) % 1000 AS sender, abs(hashint8extended(n, $4 + 2)) % 1000 AS receiver
       FROM generate_series(1, $3::bigint) AS n
     ), moved AS (
       SELECT n, 'in-' || n AS flow, 2 * n - 1 AS seq, 'outside:0xe' || sender AS src, $2 AS dst, came AS amount FROM pair
       UNION ALL
       SELECT n, 'out-' || n, 2 * n, $2, 'outside:0xe' || 1000 + receiver, div(lag(came, 1000, 1) OVER (ORDER BY n) + lag(came, 1001, 1) OVER (ORDER BY n), 2)
       FROM pair
     )
     INSERT INTO edge (asset, layer, src, dst, amount, kind, flow, entry_id, book_seq, effective_at, since_epoch,
                       out_pos, in_pos)
     SELECT $1, 'custody', src, dst, amount, 'bench', flow, flow, seq, timestamptz '2026-01-01' + seq * interval '1 s', 1,
            sum(amount) OVER (PARTITION BY src ORDER BY seq) - amount,
            sum(amount) OVER (PARTITION BY dst ORDER BY seq) - amount
     FROM moved ORDER BY seq`,
      [ASSET, HUB, pairs, seed],
    );
  });
  await db.query('ANALYZE');
}

/**
 * The baseline: what funded one outflow ($3) of a node ($2), first in first out, from the same edges in the same table
 * without their positions. Running sums by window functions over all inflows and all outflows of the node give each
 * its interval; the answer is the overlap.
 */
export const WINDOW_FIFO = `
  WITH inflow AS (
    SELECT id, amount, sum(amount) OVER (ORDER BY id) AS high FROM edge
    WHERE asset = $1 AND layer = 'custody' AND dst = $2
  ), outflow AS (
    SELECT id, amount, sum(amount) OVER (ORDER BY id) AS high FROM edge
    WHERE asset = $1 AND layer = 'custody' AND src = $2
  )
  SELECT inflow.id,
         (least(inflow.high, outflow.high) - greatest(inflow.high - inflow.amount, outflow.high - outflow.amount))::text
           AS amount
  FROM outflow JOIN inflow ON inflow.high > outflow.high - outflow.amount AND inflow.high - inflow.amount < outflow.high
  WHERE outflow.id = $3 ORDER BY inflow.high`;
