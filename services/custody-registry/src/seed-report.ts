import { Injectable } from '@nestjs/common';
import { z } from 'zod';

/** What became of the seed file, as the API shows it. */
export const SeedReply = z
  .object({
    file: z.string().nullable().describe('Null where no seed file was given.'),
    state: z.enum(['none', 'applying', 'applied', 'faulty']),
    applied: z.int().describe('Items that this start registered.'),
    standing: z.int().describe('Items that stood already, equal.'),
    faults: z.array(z.string()).describe('Items that do not stand as the file says, and why.'),
  })
  .meta({ id: 'Seed' });

/** What became of the seed file since the service started. */
@Injectable()
export class SeedReport {
  current: z.output<typeof SeedReply> = { file: null, state: 'none', applied: 0, standing: 0, faults: [] };
}
