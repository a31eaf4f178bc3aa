import { z } from 'zod';
import { BaseUnits } from './fields';
import type { MandateRow } from './store/mandate-row';
import { Role } from './wallet';

/** What a mandate permits, as people write it; everything but its chain, which the asset names. */
export const MandateTerms = {
  assetId: z.string().describe('CAIP-19 id of the asset that may move.'),
  kind: z.enum(['sweep', 'top-up', 'refill', 'skim']).describe('What may be planned.'),
  enabled: z.boolean().default(true).describe('False: withdrawn, nothing more is planned under it.'),
  fromRole: Role,
  toWalletId: z.string().nullable().default(null).describe('The wallet that is paid; null for a top-up alone.'),
  threshold: BaseUnits.default('0').describe('A sweep is planned once an address holds this much, in base units.'),
  automaticUpTo: BaseUnits.default('0').describe('Most that moves without a person, in base units; 0: nothing does.'),
  limit: BaseUnits.describe('Most that one movement carries at all, in base units.'),
  maxFee: BaseUnits.describe("Most that one movement pays the network, in base units of the chain's native asset."),
  validForSeconds: z.int().min(30).max(604_800).default(3_600).describe('How long a plan may wait to be signed.'),
};

/** A version of a mandate as the API shows it. */
export const Mandate = z
  .object({
    mandateId: z.string(),
    version: z.int(),
    chain: z.string(),
    ...MandateTerms,
    maker: z.string(),
    checker: z.string(),
    changedAt: z.iso.datetime(),
    supersededAt: z.iso.datetime().nullable().describe('Null: this version is in force.'),
  })
  .meta({ id: 'Mandate' });

export function toMandate(row: MandateRow): z.input<typeof Mandate> {
  const { threshold, automaticUpTo, limit, maxFee, changedAt, supersededAt, ...rest } = row;
  return {
    ...rest,
    threshold: threshold.toString(),
    automaticUpTo: automaticUpTo.toString(),
    limit: limit.toString(),
    maxFee: maxFee.toString(),
    changedAt: changedAt.toISOString(),
    supersededAt: supersededAt?.toISOString() ?? null,
  };
}
