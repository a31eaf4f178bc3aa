import { isTransit } from '@tributary/domain-flow-graph';
import type { EntityManager } from '@tributary/platform-service';
import { edgesAt } from './store/find-edges';
import { openEpoch } from './store/open-epoch';
import { addToRollup } from './store/rollup';
import { addUnplaced } from './store/unplaced';
import { edgesOfEntry, hasEdges, vanishEdges } from './store/vanish-edges';

/**
 * Takes the edges of an entry back: a new provenance epoch, in which they have never been. Mirrored edges behind the
 * others would instead give the money that came after them the wrong origin.
 *
 * @param seq  of the entry that takes the other one back
 * @returns the epoch; undefined where the entry has no edges that stand
 */
export async function takeBackEdges(
  tx: EntityManager,
  asset: string,
  entryId: string,
  seq: number,
): Promise<number | undefined> {
  if (!(await hasEdges(tx, asset, entryId))) return undefined;
  const epoch = await openEpoch(tx, asset, seq);
  for (const layer of ['custody', 'entitlement'] as const) {
    const graph = { asset, layer, epoch, newest: true };
    const edges = await edgesOfEntry(tx, graph, entryId);
    const transits = [...new Set(edges.flatMap(({ src, dst }) => [src, dst]).filter(isTransit))];
    const direct = edges.filter(({ src, dst }) => !isTransit(src) && !isTransit(dst));
    await addToRollup(tx, graph, [...direct, ...(await edgesAt(tx, graph, transits))], 'out');
    await vanishEdges(tx, graph, edges);
    await addToRollup(tx, graph, await edgesAt(tx, graph, transits), 'in');
    for (const { flow, src, dst, amount } of edges) {
      await addUnplaced(tx, asset, flow, { movements: [], edges: [{ layer, from: dst, to: src, amount }] });
    }
  }
  return epoch;
}
