import type { NodeId } from '@tributary/domain-ledger';

/** Value on its way from one node to another, in base units. */
export interface Flow {
  readonly from: NodeId;
  readonly to: NodeId;
  /** Above zero. */
  readonly amount: bigint;
}

/** What has left and what has reached a node so far, in base units. */
export interface Totals {
  readonly out: bigint;
  readonly in: bigint;
}

/**
 * An edge with its positions: it is units `[outPos, outPos + amount)` of all that ever left its source, and units
 * `[inPos, inPos + amount)` of all that ever reached its destination.
 */
export interface PlacedEdge {
  readonly id: string;
  readonly src: NodeId;
  readonly dst: NodeId;
  readonly amount: bigint;
  readonly outPos: bigint;
  readonly inPos: bigint;
}

/** Places edges of one layer and asset behind what is there already, in the order given. */
export function placeEdges<F extends Flow>(
  flows: readonly F[],
  before: ReadonlyMap<NodeId, Totals>,
): {
  readonly placed: readonly (F & { outPos: bigint; inPos: bigint })[];
  readonly totals: ReadonlyMap<NodeId, Totals>;
} {
  const totals = new Map(before);
  const totalsOf = (node: NodeId) => totals.get(node) ?? { out: 0n, in: 0n };
  const placed = flows.map((flow) => {
    const outPos = totalsOf(flow.from).out;
    totals.set(flow.from, { ...totalsOf(flow.from), out: outPos + flow.amount });
    const inPos = totalsOf(flow.to).in;
    totals.set(flow.to, { ...totalsOf(flow.to), in: inPos + flow.amount });
    return { ...flow, outPos, inPos };
  });
  return { placed, totals };
}
