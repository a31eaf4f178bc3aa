import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  ANY_ROLE,
  Problem,
  type EntityManager,
  type RouteContract,
  type RouteInput,
} from '@tributary/platform-service';
import { Id } from './fields';
import { Mandate, toMandate } from './mandate';
import { MandateRow } from './store/mandate-row';

/** Shows a mandate through time: who permitted what, and when. */
@Injectable()
export class ReadMandate {
  static readonly contract = {
    summary: 'One mandate with all its versions',
    roles: ANY_ROLE,
    params: z.object({ mandateId: Id }),
    reply: z
      .object({ mandateId: z.string(), versions: z.array(Mandate).describe('The newest first.') })
      .meta({ id: 'MandateHistory' }),
  } satisfies RouteContract;

  async handle({ params: { mandateId } }: RouteInput<typeof ReadMandate.contract>, db: EntityManager) {
    const rows = await db.find(MandateRow, { where: { mandateId }, order: { version: 'DESC' } });
    if (rows.length > 0) return { mandateId, versions: rows.map(toMandate) };
    return new Problem(404, 'mandate-unknown', `There is no mandate ${mandateId}; GET /mandates lists what is`);
  }
}
