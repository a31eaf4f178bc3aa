import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DeadLetters, type EntityManager } from '@tributary/platform-postgres';
import { ANY_ROLE } from '../rest/caller';
import type { RouteContract, RouteInput, RouteReply } from '../rest/route';

/** Lists the subjects whose events wait, with what parked them. */
@Injectable()
export class ReadDeadLetters {
  static readonly contract = {
    summary: 'List the parked subjects, the oldest first',
    roles: ANY_ROLE,
    reply: z.object({
      parked: z.array(
        z.object({
          topic: z.string(),
          subject: z.string().describe('The subject, or the key of a whole stream'),
          code: z.string().describe('Stable reason'),
          error: z.string(),
          events: z.number().int().describe('Events that wait, the failed one among them'),
          since: z.date(),
        }),
      ),
    }),
  } satisfies RouteContract;

  constructor(private readonly letters: DeadLetters) {}

  async handle(
    _input: RouteInput<typeof ReadDeadLetters.contract>,
    db: EntityManager,
  ): Promise<RouteReply<typeof ReadDeadLetters.contract>> {
    return { parked: await this.letters.list(db) };
  }
}
