import { Problem, type EntityManager } from '@tributary/platform-service';
import { z } from 'zod';
import { findGraph, type GraphAsOf } from './store/find-graph';

/** Which state of a graph. */
export const epochQuery = {
  epoch: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe('Provenance epoch; the newest if left out. An earlier one is as it stood when the next was opened.'),
};

/** Which part of the graph is asked for. */
export const graphQuery = {
  asset: z.string().min(1).describe('CAIP-19 asset id.'),
  layer: z.enum(['custody', 'entitlement']).default('custody').describe('Where coins lie, or whose claim it is.'),
  ...epochQuery,
};

/** The same, in a range of block times. */
export const flowQuery = {
  ...graphQuery,
  from: z.coerce.date().optional().describe('From this block time on.'),
  to: z.coerce.date().optional().describe('Before this block time.'),
};

interface TimeRange {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** For `refine`: a range of times that ends before it begins is a slip, not an empty answer. */
export const isForward = ({ from, to }: TimeRange): boolean => !from || !to || from <= to;
export const BACKWARD = { path: ['from'], message: 'is after to: swap them' };

/** The graph that a query names, or what is wrong with it. */
export async function graphAsked(
  db: EntityManager,
  { asset, layer, epoch }: { asset: string; layer: GraphAsOf['layer']; epoch?: number | undefined },
): Promise<GraphAsOf | Problem> {
  const graph = await findGraph(db, asset, layer, epoch);
  if (graph === undefined) {
    return new Problem(404, 'asset-unknown', `${asset} is not listed and nothing of it was booked: see GET /assets`, [
      { field: 'query.asset', reason: 'no such asset' },
    ]);
  }
  if (graph === 'no-such-epoch') {
    return new Problem(404, 'epoch-unknown', `${asset} has no epoch ${epoch}: leave epoch out for the newest`, [
      { field: 'query.epoch', reason: 'no such epoch' },
    ]);
  }
  return graph;
}
