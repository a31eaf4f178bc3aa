import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-postgres';
import { Problem, type RouteInput, type RouteReply } from '@tributary/platform-service';
import { z } from 'zod';
import { entryReply } from './entry-reply';
import { entryById } from './store/entries';

const contract = {
  summary: 'One entry with its movements.',
  params: z.object({ entryId: z.string() }),
  reply: entryReply,
};

@Injectable()
export class ReadEntry {
  static readonly contract = contract;

  async handle(
    { params }: RouteInput<typeof contract>,
    db: EntityManager,
  ): Promise<RouteReply<typeof contract> | Problem> {
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
