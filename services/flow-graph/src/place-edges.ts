import { Injectable } from '@nestjs/common';
import { isTransit, placeEdges } from '@tributary/domain-flow-graph';
import type { EntryPosted, EventOfType, ReceivedOfType } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { advanceBook } from './store/advance-book';
import { edgesAt } from './store/find-edges';
import { addEdges, totalsOf } from './store/positions';
import type { Graph } from './store/graph';
import { groupsOf } from './store/groups';
import { markPlaced } from './store/mark-placed';
import { addToRollup } from './store/rollup';
import { addUnplaced } from './store/unplaced';
import { takeBackEdges } from './take-back-edges';

type Entry = EventOfType<typeof EntryPosted>['payload'];

/**
 * Gives the edges that became final with an entry their places in the graph. An entry that takes one with edges back
 * opens a new provenance epoch first, in which those edges have never been.
 */
@Injectable()
export class PlaceEdges {
  async handle({ payload: entry }: ReceivedOfType<typeof EntryPosted>, tx: EntityManager) {
    const { book: asset, bookSeq, bookedAt, reverses } = entry;
    const standing = await advanceBook(tx, asset, bookSeq, bookedAt);
    const epoch = (reverses && (await takeBackEdges(tx, asset, reverses, bookSeq))) || standing;
    for (const layer of ['custody', 'entitlement'] as const)
      await place(tx, { epoch, layer, asset, newest: true }, entry);
    if (entry.edges.length > 0) await markPlaced(tx, asset, bookSeq);
    await addUnplaced(tx, asset, entry.flow, entry);
    return [];
  }
}

async function place(tx: EntityManager, graph: Graph, entry: Entry): Promise<void> {
  const flows = entry.edges.filter(({ layer }) => layer === graph.layer);
  if (flows.length === 0) return;
  const nodes = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  await groupsOf(tx, graph, nodes);
  const before = await totalsOf(tx, graph, nodes);
  const beside = await edgesAt(
    tx,
    graph,
    nodes.filter((node) => isTransit(node) && before.has(node)),
  );
  const { placed } = placeEdges(flows, before);
  const added = await addEdges(
    tx,
    graph,
    placed.map(({ from, to, ...edge }) => ({ ...edge, src: from, dst: to })),
    entry,
  );
  await addToRollup(tx, graph, beside, 'out');
  await addToRollup(tx, graph, [...beside, ...added], 'in');
}
