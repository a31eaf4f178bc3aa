/** One layer of one asset's graph, in one provenance epoch. */
export interface Graph {
  readonly epoch: number;
  readonly layer: 'custody' | 'entitlement';
  readonly asset: string;
  /** False where a later epoch was opened since. */
  readonly newest: boolean;
}

/**
 * A graph's edges as a relation of SQL, whose first parameters are those of `edgeParameters`. Those of the newest epoch
 * are one table: a look-up there takes a third of the time that it takes through both.
 */
export function edgesIn({ newest }: Graph): string {
  return newest ? '(SELECT * FROM edge WHERE asset = $1 AND layer = $2 AND since_epoch <= $3)' : 'edges_of($1, $2, $3)';
}

export function edgeParameters({ asset, layer, epoch }: Graph): unknown[] {
  return [asset, layer, epoch];
}
