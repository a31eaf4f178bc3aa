import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ANY_ROLE, pageOf, pageQuery, pageReply } from '@tributary/platform-service';
import type { EntityManager, RouteContract, RouteInput } from '@tributary/platform-service';
import { Mandate, MandateTerms, toMandate } from './mandate';
import { MandateRow } from './store/mandate-row';
import { IN_FORCE } from './store/mandates';
import { pageAfter } from './store/page-after';

/** Lists the mandates as they are in force, withdrawn ones too. */
@Injectable()
export class FindMandates {
  static readonly contract = {
    summary: 'Mandates in force, by id',
    roles: ANY_ROLE,
    query: z.object({
      assetId: z.string().optional(),
      kind: MandateTerms.kind.optional(),
      ...pageQuery(z.tuple([z.string()])),
    }),
    reply: pageReply(Mandate),
  } satisfies RouteContract;

  async handle({ query }: RouteInput<typeof FindMandates.contract>, db: EntityManager) {
    const { limit, cursor, ...stated } = query;
    const where = { ...stated, ...IN_FORCE };
    const rows = await pageAfter(db, MandateRow, ['mandateId'], { where, after: cursor, limit });
    return pageOf(rows, limit, { keyOf: ({ mandateId }) => [mandateId], toItem: toMandate });
  }
}
