import { z } from 'zod';
import type { ClientRow } from './store/client-row';

/** A client as the API shows it. */
export const Client = z
  .object({
    clientId: z.string(),
    state: z.enum(['open', 'closed']).describe('A closed client gets no further address.'),
    version: z.int(),
    maker: z.string().describe('Who asked for it to be opened.'),
    checker: z.string().describe('Who approved that.'),
    openedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Client' });

export function toClient({ openedAt, closedAt, ...row }: ClientRow): z.input<typeof Client> {
  return {
    ...row,
    state: closedAt ? 'closed' : 'open',
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}
