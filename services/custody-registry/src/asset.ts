import { z } from 'zod';
import type { AssetRow } from './store/asset-row';

/** An asset as the API shows it. */
export const Asset = z
  .object({
    assetId: z.string().describe('CAIP-19 id; names the book.'),
    chain: z.string(),
    kind: z.enum(['native', 'erc20']),
    symbol: z.string(),
    decimals: z.int().describe('Decimal places of one whole unit.'),
    contract: z.string().nullable(),
    finality: z.object({ confirmed: z.string(), finalized: z.string() }),
    effectiveFromBlock: z.int().nullable(),
    version: z.int(),
    maker: z.string(),
    checker: z.string(),
    listedAt: z.iso.datetime(),
  })
  .meta({ id: 'Asset' });

export function toAsset({ confirmed, finalized, listedAt, ...row }: AssetRow): z.input<typeof Asset> {
  return { ...row, finality: { confirmed, finalized }, listedAt: listedAt.toISOString() };
}
