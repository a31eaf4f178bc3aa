import type { EntityManager } from 'typeorm';
import type { PlacedEdge, Totals } from '@tributary/domain-flow-graph';
import type { NodeId } from '@tributary/domain-ledger';
import { toEdge, type EdgeRecord, type EdgeRow } from './find-edges';
import { edgeParameters, edgesIn, type Graph } from './graph';

/** What an edge has of its entry. */
export interface EdgeSource {
  readonly kind: string;
  readonly txid: string | null;
  readonly flow: string;
  readonly entryId: string;
  readonly bookSeq: number;
  readonly effectiveAt: Date;
}

/** What flowed through these nodes so far: where their last edges end. Those that nothing touched are left out. */
export async function totalsOf(
  db: EntityManager,
  graph: Graph,
  nodes: readonly NodeId[],
): Promise<Map<NodeId, Totals>> {
  const rows: { node: string; out_total: string | null; in_total: string | null }[] = await db.query(
    `SELECT wanted.node,
       (SELECT out_pos + amount FROM ${edgesIn(graph)} AS edge WHERE src = wanted.node ORDER BY out_pos DESC LIMIT 1) out_total,
       (SELECT in_pos + amount FROM ${edgesIn(graph)} AS edge WHERE dst = wanted.node ORDER BY in_pos DESC LIMIT 1) in_total
     FROM unnest($4::text[]) AS wanted (node)`,
    [...edgeParameters(graph), nodes],
  );
  return new Map(
    rows.flatMap(({ node, out_total, in_total }) =>
      out_total === null && in_total === null
        ? []
        : [[node, { out: BigInt(out_total ?? 0), in: BigInt(in_total ?? 0) }]],
    ),
  );
}

/** Adds the edges of one entry to the newest epoch, in order. */
export async function addEdges(
  tx: EntityManager,
  graph: Graph,
  edges: readonly Omit<PlacedEdge, 'id'>[],
  source: EdgeSource,
): Promise<EdgeRecord[]> {
  const rows: EdgeRow[] = await tx.query(
    `INSERT INTO edge (since_epoch, layer, asset, kind, tx, flow, entry_id, book_seq, effective_at,
                       src, dst, amount, out_pos, in_pos)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, src, dst, amount, out_pos, in_pos
     FROM unnest($10::text[], $11::text[], $12::numeric[], $13::numeric[], $14::numeric[]) WITH ORDINALITY
       AS new (src, dst, amount, out_pos, in_pos, place)
     ORDER BY place
     RETURNING *`,
    [
      graph.epoch,
      graph.layer,
      graph.asset,
      source.kind,
      source.txid,
      source.flow,
      source.entryId,
      source.bookSeq,
      source.effectiveAt,
      edges.map(({ src }) => src),
      edges.map(({ dst }) => dst),
      edges.map(({ amount }) => amount.toString()),
      edges.map(({ outPos }) => outPos.toString()),
      edges.map(({ inPos }) => inPos.toString()),
    ],
  );
  return rows.map(toEdge);
}
