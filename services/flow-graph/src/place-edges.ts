import { Injectable } from '@nestjs/common';
import { placeEdges } from '@tributary/domain-flow-graph';
import type { EntryPosted, ReceivedOfType } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { advanceBook } from './store/advance-book';
import { addEdges, saveTotals, totalsOf } from './store/graph';

/** Gives the edges that became final with an entry their places in the graph. */
@Injectable()
export class PlaceEdges {
  async handle({ payload }: ReceivedOfType<typeof EntryPosted>, tx: EntityManager) {
    const { book: asset, bookSeq, bookedAt } = payload;
    const epoch = await advanceBook(tx, asset, bookSeq, bookedAt);
    for (const layer of ['custody', 'entitlement'] as const) {
      const flows = payload.edges.filter((edge) => edge.layer === layer);
      if (flows.length === 0) continue;
      const graph = { epoch, layer, asset };
      const before = await totalsOf(tx, graph, [...new Set(flows.flatMap(({ from, to }) => [from, to]))]);
      const { placed, totals } = placeEdges(flows, before);
      await saveTotals(tx, graph, totals);
      await addEdges(
        tx,
        graph,
        placed.map(({ from, to, ...edge }) => ({ ...edge, src: from, dst: to })),
        payload,
      );
    }
    return [];
  }
}
