import type { EntityManager } from 'typeorm';
import type { Direction, LookUp, PlacedEdge } from '@tributary/domain-flow-graph';
import type { Graph } from './graph';

/** An edge with its positions and its entry. */
export interface EdgeRecord extends PlacedEdge {
  readonly tx: string | null;
  readonly flow: string;
  readonly entryId: string;
  readonly bookSeq: number;
  readonly effectiveAt: Date;
}

/** The edges of one flow, in order. */
export async function edgesOfFlow(db: EntityManager, graph: Graph, flow: string): Promise<EdgeRecord[]> {
  const rows: Row[] = await db.query(
    `SELECT ${COLUMNS} FROM edge WHERE flow = $4 AND epoch = $1 AND layer = $2 AND asset = $3 ORDER BY id`,
    [graph.epoch, graph.layer, graph.asset, flow],
  );
  return rows.map(toEdge);
}

/**
 * Looks edges up by position: for each wanted interval the edge that covers its first unit and those that begin
 * before its end, a range of one unique index however many edges the node has.
 */
export function lookUpIn(db: EntityManager, graph: Graph, direction: Direction): LookUp<EdgeRecord> {
  const [node, position] = direction === 'back' ? ['dst', 'in_pos'] : ['src', 'out_pos'];
  return async (wanted) => {
    const rows: Row[] = await db.query(
      `SELECT DISTINCT ON (id) ${COLUMNS}
       FROM unnest($4::text[], $5::numeric[], $6::numeric[]) AS wanted (node, low, high)
       CROSS JOIN LATERAL (
         SELECT * FROM edge
         WHERE epoch = $1 AND layer = $2 AND asset = $3 AND ${node} = wanted.node AND ${position} < wanted.high
           AND ${position} >= (
             SELECT coalesce(max(${position}), 0) FROM edge
             WHERE epoch = $1 AND layer = $2 AND asset = $3 AND ${node} = wanted.node AND ${position} <= wanted.low)
       ) AS found
       ORDER BY id`,
      [
        graph.epoch,
        graph.layer,
        graph.asset,
        wanted.map((interval) => interval.node),
        wanted.map(({ from }) => from.toString()),
        wanted.map(({ to }) => to.toString()),
      ],
    );
    return rows.map(toEdge);
  };
}

const COLUMNS = 'id, src, dst, amount, out_pos, in_pos, tx, flow, entry_id, book_seq, effective_at';

interface Row {
  readonly id: string;
  readonly src: string;
  readonly dst: string;
  readonly amount: string;
  readonly out_pos: string;
  readonly in_pos: string;
  readonly tx: string | null;
  readonly flow: string;
  readonly entry_id: string;
  readonly book_seq: string;
  readonly effective_at: Date;
}

function toEdge({
  id,
  src,
  dst,
  amount,
  out_pos,
  in_pos,
  tx,
  flow,
  entry_id,
  book_seq,
  effective_at,
}: Row): EdgeRecord {
  return {
    id,
    src,
    dst,
    amount: BigInt(amount),
    outPos: BigInt(out_pos),
    inPos: BigInt(in_pos),
    tx,
    flow,
    entryId: entry_id,
    bookSeq: Number(book_seq),
    effectiveAt: effective_at,
  };
}
