import { Problem } from '@tributary/platform-service';
import { z } from 'zod';

/** Which part of the graph is asked for. */
export const graphQuery = {
  asset: z.string().min(1).describe('CAIP-19 asset id.'),
  layer: z.enum(['custody', 'entitlement']).default('custody').describe('Where coins lie, or whose claim it is.'),
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

export function assetUnknown(asset: string): Problem {
  return new Problem(404, 'asset-unknown', `${asset} is not listed and nothing of it was booked: see GET /assets`, [
    { field: 'query.asset', reason: 'no such asset' },
  ]);
}
