import type { EntityManager } from 'typeorm';
import { toEdge, type EdgeRecord, type EdgeRow } from './find-edges';
import type { Graph } from './graph';

/** The edges of an entry as they stand. */
export async function edgesOfEntry(tx: EntityManager, graph: Graph, entryId: string): Promise<EdgeRecord[]> {
  const rows: EdgeRow[] = await tx.query(
    'SELECT * FROM edge WHERE entry_id = $1 AND asset = $2 AND layer = $3 ORDER BY id',
    [entryId, graph.asset, graph.layer],
  );
  return rows.map(toEdge);
}

/** Whether an entry has edges that stand. */
export async function hasEdges(tx: EntityManager, asset: string, entryId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('SELECT FROM edge WHERE entry_id = $1 AND asset = $2 LIMIT 1', [
    entryId,
    asset,
  ]);
  return rows.length > 0;
}

/**
 * Takes edges out of the graph's newest epoch, as if they had never been: what lay behind them at their nodes moves up.
 * Amounts stay, so nothing but the positions behind them changes: the cost goes with what came after at their nodes,
 * not with the graph. Earlier epochs keep the places as they were.
 *
 * @param graph  in its newest epoch
 */
export async function vanishEdges(tx: EntityManager, graph: Graph, edges: readonly EdgeRecord[]): Promise<void> {
  for (const { id, src, dst, outPos, inPos, amount } of [...edges].reverse()) {
    await keepPlaces(tx, graph, 'id = $4', [id]);
    await tx.query('DELETE FROM edge WHERE id = $1', [id]);
    for (const [node, column, position] of [
      [src, 'src', 'out_pos'],
      [dst, 'dst', 'in_pos'],
    ] as const) {
      const from = position === 'out_pos' ? outPos : inPos;
      await keepPlaces(tx, graph, `${column} = $4 AND ${position} > $5`, [node, from.toString()]);
      await tx.query(
        `UPDATE edge SET ${position} = ${position} - $6, since_epoch = $3
         WHERE asset = $1 AND layer = $2 AND ${column} = $4 AND ${position} > $5`,
        [graph.asset, graph.layer, graph.epoch, node, from.toString(), amount.toString()],
      );
    }
  }
}

/** Keeps where edges stood in the epochs before this one. */
async function keepPlaces(
  tx: EntityManager,
  { asset, layer, epoch }: Graph,
  which: string,
  values: readonly unknown[],
): Promise<void> {
  await tx.query(
    `INSERT INTO past_edge SELECT edge.*, $3::integer FROM edge
     WHERE asset = $1 AND layer = $2 AND since_epoch < $3 AND ${which}`,
    [asset, layer, epoch, ...values],
  );
}
