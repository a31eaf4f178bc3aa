import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ANY_ROLE, ROLES, type RouteContract, type RouteInput } from '@tributary/platform-service';

/** Tells a signed-in person or program who they are here. */
@Injectable()
export class ReadMe {
  static readonly contract = {
    summary: 'Who is signed in',
    roles: ANY_ROLE,
    reply: z
      .object({
        subject: z.string().describe('Recorded as the maker or the checker of what they do.'),
        name: z.string().describe('For people to read; the subject where the provider tells no name.'),
        roles: z.array(z.enum(ROLES)),
      })
      .meta({ id: 'Me' }),
  } satisfies RouteContract;

  async handle({ caller }: RouteInput<typeof ReadMe.contract>) {
    const { subject, name = subject, roles } = caller;
    return { subject, name, roles: [...roles] };
  }
}
