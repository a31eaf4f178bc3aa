import { Injectable } from '@nestjs/common';
import {
  ANY_ROLE,
  Problem,
  type EntityManager,
  type RouteContract,
  type RouteInput,
} from '@tributary/platform-service';
import { z } from 'zod';
import { entryReply } from './entry-reply';
import { entryById } from './store/entries';

/** Shows one entry. */
@Injectable()
export class ReadEntry {
  static readonly contract = {
    summary: 'One entry with its movements',
    roles: ANY_ROLE,
    params: z.object({ entryId: z.string() }),
    reply: entryReply,
  } satisfies RouteContract;

  async handle({ params }: RouteInput<typeof ReadEntry.contract>, db: EntityManager) {
    return (
      (await entryById(db, params.entryId)) ??
      new Problem(
        404,
        'entry-unknown',
        `No entry ${params.entryId}: find entries by their flow with GET /entries?flow=…`,
      )
    );
  }
}
