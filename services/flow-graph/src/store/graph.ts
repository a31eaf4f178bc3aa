import type { EntityManager } from 'typeorm';
import type { PlacedEdge, Totals } from '@tributary/domain-flow-graph';
import { placeOf, type NodeId } from '@tributary/domain-ledger';

/** One layer of one asset's graph, in one provenance epoch. */
export interface Graph {
  readonly epoch: number;
  readonly layer: 'custody' | 'entitlement';
  readonly asset: string;
}

/** What an edge has of its entry. */
export interface EdgeSource {
  readonly kind: string;
  readonly txid: string | null;
  readonly flow: string;
  readonly entryId: string;
  readonly bookSeq: number;
  readonly effectiveAt: Date;
}

/** What flowed through these nodes so far; those without a row are at zero. */
export async function totalsOf(
  tx: EntityManager,
  graph: Graph,
  nodes: readonly NodeId[],
): Promise<Map<NodeId, Totals>> {
  const rows: { node: string; out_total: string; in_total: string }[] = await tx.query(
    'SELECT node, out_total, in_total FROM node WHERE epoch = $1 AND layer = $2 AND asset = $3 AND node = ANY ($4)',
    [graph.epoch, graph.layer, graph.asset, nodes],
  );
  return new Map(rows.map(({ node, out_total, in_total }) => [node, { out: BigInt(out_total), in: BigInt(in_total) }]));
}

export async function saveTotals(tx: EntityManager, graph: Graph, totals: ReadonlyMap<NodeId, Totals>): Promise<void> {
  const nodes = [...totals].map(([node, { out, in: into }]) => {
    const place = placeOf(node);
    const clientId = place.kind === 'pending' || place.kind === 'available' ? place.clientId : null;
    return { node, kind: place.kind, clientId, out: out.toString(), into: into.toString() };
  });
  await tx.query(
    `INSERT INTO node (epoch, layer, asset, node, kind, client_id, out_total, in_total)
     SELECT $1, $2, $3, node, kind, client_id, out_total, in_total
     FROM unnest($4::text[], $5::text[], $6::text[], $7::numeric[], $8::numeric[])
       AS new (node, kind, client_id, out_total, in_total)
     ON CONFLICT (epoch, layer, asset, node)
       DO UPDATE SET out_total = excluded.out_total, in_total = excluded.in_total`,
    [
      graph.epoch,
      graph.layer,
      graph.asset,
      nodes.map(({ node }) => node),
      nodes.map(({ kind }) => kind),
      nodes.map(({ clientId }) => clientId),
      nodes.map(({ out }) => out),
      nodes.map(({ into }) => into),
    ],
  );
}

/** Adds the edges of one entry, in order. */
export async function addEdges(
  tx: EntityManager,
  graph: Graph,
  edges: readonly Omit<PlacedEdge, 'id'>[],
  source: EdgeSource,
): Promise<void> {
  await tx.query(
    `INSERT INTO edge (epoch, layer, asset, kind, tx, flow, entry_id, book_seq, effective_at,
                       src, dst, amount, out_pos, in_pos)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, src, dst, amount, out_pos, in_pos
     FROM unnest($10::text[], $11::text[], $12::numeric[], $13::numeric[], $14::numeric[]) WITH ORDINALITY
       AS new (src, dst, amount, out_pos, in_pos, place)
     ORDER BY place`,
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
}
