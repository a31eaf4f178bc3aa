import type { EntityManager } from 'typeorm';
import type { Direction, LookUp, PlacedEdge } from '@tributary/domain-flow-graph';
import type { NodeId } from '@tributary/domain-ledger';
import { edgeParameters, edgesIn, type Graph } from './graph';
import type { TimeRange } from './passages';

/** An edge with its positions and its entry. */
export interface EdgeRecord extends PlacedEdge {
  readonly kind: string;
  readonly tx: string | null;
  readonly flow: string;
  readonly entryId: string;
  readonly bookSeq: number;
  readonly effectiveAt: Date;
}

/** The edges of some flows, in order. */
export async function edgesOfFlows(db: EntityManager, graph: Graph, flows: readonly string[]): Promise<EdgeRecord[]> {
  const rows: EdgeRow[] = await db.query(
    `SELECT * FROM ${edgesIn(graph)} AS edge WHERE flow = ANY ($4) ORDER BY book_seq, id`,
    [...edgeParameters(graph), flows],
  );
  return rows.map(toEdge);
}

/** All edges at these nodes, in order. */
export async function edgesAt(db: EntityManager, graph: Graph, nodes: readonly NodeId[]): Promise<EdgeRecord[]> {
  if (nodes.length === 0) return [];
  const rows: EdgeRow[] = await db.query(
    `SELECT * FROM ${edgesIn(graph)} AS edge WHERE src = ANY ($4)
     UNION SELECT * FROM ${edgesIn(graph)} AS edge WHERE dst = ANY ($4)
     ORDER BY id`,
    [...edgeParameters(graph), nodes],
  );
  return rows.map(toEdge);
}

/** The edges of a range of block times, in order. */
export async function edgesWithin(db: EntityManager, graph: Graph, { from, to }: TimeRange): Promise<EdgeRecord[]> {
  const rows: EdgeRow[] = await db.query(
    `SELECT * FROM ${edgesIn(graph)} AS edge
     WHERE effective_at >= coalesce($4::timestamptz, '-infinity') AND effective_at < coalesce($5::timestamptz, 'infinity')
     ORDER BY id`,
    [...edgeParameters(graph), from ?? null, to ?? null],
  );
  return rows.map(toEdge);
}

/**
 * Looks edges up by position: for each wanted interval the edge that covers its first unit and those that begin
 * before its end, a range of one unique index however many edges the node has.
 */
export function lookUpIn(db: EntityManager, graph: Graph, direction: Direction): LookUp<EdgeRecord> {
  const edges = edgesIn(graph);
  const [node, position] = direction === 'back' ? ['dst', 'in_pos'] : ['src', 'out_pos'];
  const query = `
    SELECT found.*, wanted.place
    FROM unnest($4::text[], $5::numeric[], $6::numeric[]) WITH ORDINALITY AS wanted (node, low, high, place)
    CROSS JOIN LATERAL (
      SELECT edge.*, overlap, count(*) OVER () AS overlapping, sum(overlap) OVER () AS covered
      FROM ${edges} AS edge
      CROSS JOIN LATERAL (
        SELECT least(${position} + amount, wanted.high) - greatest(${position}, wanted.low) AS overlap) AS cut
      WHERE ${node} = wanted.node AND ${position} < wanted.high
        AND ${position} >= coalesce((
          SELECT ${position} FROM ${edges} AS edge
          WHERE ${node} = wanted.node AND ${position} <= wanted.low ORDER BY ${position} DESC LIMIT 1), 0)
        AND overlap > 0
      ORDER BY overlap DESC LIMIT $7
    ) AS found
    ORDER BY wanted.place, ${position}`;
  return async (wanted, most) => {
    const found = wanted.map(() => ({ edges: [] as EdgeRecord[], count: 0, covered: 0n }));
    if (wanted.length === 0) return found;
    const rows: FoundRow[] = await db.query(query, [
      ...edgeParameters(graph),
      wanted.map((interval) => interval.node),
      wanted.map(({ from }) => from.toString()),
      wanted.map(({ to }) => to.toString()),
      most,
    ]);
    for (const row of rows) {
      const answer = found[Number(row.place) - 1];
      if (!answer) throw new Error(`Interval ${row.place} was not asked for`);
      answer.edges.push(toEdge(row));
      answer.count = Number(row.overlapping);
      answer.covered = BigInt(row.covered);
    }
    return found;
  };
}

/** As the table `edge` has it. */
export interface EdgeRow {
  readonly id: string;
  readonly src: string;
  readonly dst: string;
  readonly amount: string;
  readonly out_pos: string;
  readonly in_pos: string;
  readonly kind: string;
  readonly tx: string | null;
  readonly flow: string;
  readonly entry_id: string;
  readonly book_seq: string;
  readonly effective_at: Date;
}

interface FoundRow extends EdgeRow {
  /** Which interval it was found for, from 1. */
  readonly place: string;
  readonly overlapping: string;
  readonly covered: string;
}

export function toEdge(row: EdgeRow): EdgeRecord {
  const { id, src, dst, kind, tx, flow } = row;
  return {
    id,
    src,
    dst,
    amount: BigInt(row.amount),
    outPos: BigInt(row.out_pos),
    inPos: BigInt(row.in_pos),
    kind,
    tx,
    flow,
    entryId: row.entry_id,
    bookSeq: Number(row.book_seq),
    effectiveAt: row.effective_at,
  };
}
