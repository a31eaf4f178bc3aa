import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ClientOpened } from '@tributary/events';
import type { EntityManager, RouteContract, RouteInput } from '@tributary/platform-service';
import { AlreadyStands } from './already-stands';
import { Client, toClient } from './client';
import { Id, Maker } from './fields';
import { ClientRow } from './store/client-row';
import { insertNew } from './store/insert-new';

/** Opens a client, who may be given deposit addresses from then on. */
@Injectable()
export class OpenClient {
  static readonly contract = {
    summary: 'Open a client',
    roles: ['operator', 'approver'],
    body: z.strictObject({
      clientId: Id.describe("The custodian's own id of the client; no personal data."),
      maker: Maker,
    }),
    reply: Client,
  } satisfies RouteContract;

  async handle({ body }: RouteInput<typeof OpenClient.contract>, tx: EntityManager) {
    const { clientId } = body;
    const occurredAt = new Date();
    const row: ClientRow = { ...body, version: 1, openedAt: occurredAt, closedAt: null };
    if (!(await insertNew(tx, ClientRow, row))) {
      return new AlreadyStands('client', 'body.clientId', toClient(await tx.findOneByOrFail(ClientRow, { clientId })));
    }
    return { reply: toClient(row), events: [ClientOpened.of({ ...body, checker: null, version: 1, occurredAt })] };
  }
}
