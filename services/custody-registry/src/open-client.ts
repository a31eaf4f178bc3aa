import { z } from 'zod';
import { ClientOpened } from '@tributary/events';
import { alreadyStands, type ChangeKind } from './change-kind';
import { toClient } from './client';
import { Id } from './fields';
import { ClientRow } from './store/client-row';
import { findBy } from './store/find-by';
import { insertAll } from './store/insert-all';

const Item = z.strictObject({ clientId: Id.describe("The custodian's own id of the client; no personal data.") });
type Item = z.output<typeof Item>;

/** Opens a client, who may be given deposit addresses from then on. */
export const openClient: ChangeKind<Item> = {
  name: 'open-client',
  item: Item,

  keyOf: ({ clientId }) => `client/${clientId}`,

  async standing({ clientId }, tx) {
    const row = await tx.findOneBy(ClientRow, { clientId });
    return row ? toClient(row) : undefined;
  },

  async refusals(items, tx) {
    const clientIds = items.map(({ clientId }) => clientId);
    const rows = await findBy(tx, ClientRow, 'clientId', clientIds);
    const standing = new Map(rows.map((row) => [row.clientId, row]));
    return clientIds.map((clientId) => {
      const row = standing.get(clientId);
      return row && alreadyStands('client', 'clientId', toClient(row));
    });
  },

  async apply(items, tx, { at, ...signed }) {
    const clients = items.map(({ clientId }) => ({ clientId, ...signed, version: 1 }));
    const rows = clients.map((client): ClientRow => ({ ...client, openedAt: at, closedAt: null }));
    if (!(await insertAll(tx, ClientRow, rows))) return undefined;
    return clients.map((client) => ClientOpened.of({ ...client, occurredAt: at }));
  },
};
