import { z } from 'zod';
import { ClientClosed } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { oneByOne, type ChangeKind, type Refusal } from './change-kind';
import { Id } from './fields';
import { ClientRow } from './store/client-row';

const Item = z.strictObject({ clientId: Id });
type Item = z.output<typeof Item>;

/** Closes a client: no further address. What arrives at the old ones is still credited. */
export const closeClient: ChangeKind<Item> = {
  name: 'close-client',
  item: Item,

  keyOf: ({ clientId }) => `client/${clientId}`,

  standing: async () => undefined,

  refusals: (items, tx) => oneByOne(items, (item) => refusal(item, tx)),

  apply: (items, tx, { at, ...signed }) =>
    oneByOne(items, async ({ clientId }) => {
      const client = await tx.findOneByOrFail(ClientRow, { clientId });
      const { version } = await tx.save(ClientRow, { ...client, version: client.version + 1, closedAt: at });
      return ClientClosed.of({ clientId, ...signed, version, occurredAt: at });
    }),
};

/** Why this client is not closed. Its row stays locked against an allocation up to the commit. */
async function refusal({ clientId }: Item, tx: EntityManager): Promise<Refusal | undefined> {
  const client = await tx.findOne(ClientRow, { where: { clientId }, lock: { mode: 'pessimistic_write' } });
  const field = 'clientId';
  if (!client) return { status: 404, code: 'client-unknown', field, reason: 'is unknown: open the client first' };
  if (!client.closedAt) return undefined;
  const reason = `was closed at ${client.closedAt.toISOString()} already`;
  return { status: 409, code: 'client-closed', field, reason };
}
