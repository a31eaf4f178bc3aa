import { z } from 'zod';
import { ClientOpened } from '@tributary/events';
import { alreadyStands, type ChangeKind } from './change-kind';
import { toClient } from './client';
import { Id } from './fields';
import { ClientRow } from './store/client-row';
import { insertNew } from './store/insert-new';

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

  async refusal(item, tx) {
    const standing = await openClient.standing(item, tx);
    return standing && alreadyStands('client', 'clientId', standing);
  },

  async apply({ clientId }, tx, { at, ...signed }) {
    const row: ClientRow = { clientId, ...signed, version: 1, openedAt: at, closedAt: null };
    if (!(await insertNew(tx, ClientRow, row))) return undefined;
    return ClientOpened.of({ clientId, ...signed, version: 1, occurredAt: at });
  },
};
