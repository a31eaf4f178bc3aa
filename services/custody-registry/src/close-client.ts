import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ClientClosed } from '@tributary/events';
import { Problem, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { Client, toClient } from './client';
import { Id, Maker } from './fields';
import { ClientRow } from './store/client-row';

/** Closes a client: no further address. What arrives at the old ones is still credited. */
@Injectable()
export class CloseClient {
  static readonly contract = {
    summary: 'Close a client',
    roles: ['operator', 'approver'],
    params: z.object({ clientId: Id }),
    body: z.strictObject({ maker: Maker }),
    reply: Client,
    status: 200,
  } satisfies RouteContract;

  async handle({ params: { clientId }, body: { maker } }: RouteInput<typeof CloseClient.contract>, tx: EntityManager) {
    const client = await tx.findOne(ClientRow, { where: { clientId }, lock: { mode: 'pessimistic_write' } });
    if (!client) {
      return new Problem(404, 'client-unknown', `There is no client ${clientId}`, [
        { field: 'params.clientId', reason: 'is unknown: open the client first' },
      ]);
    }
    if (client.closedAt) {
      return new Problem(409, 'client-closed', `Client ${clientId} was closed at ${client.closedAt.toISOString()}`, [
        { field: 'params.clientId', reason: 'is closed already; nothing was changed' },
      ]);
    }
    const occurredAt = new Date();
    const closed = await tx.save(ClientRow, { ...client, version: client.version + 1, closedAt: occurredAt });
    return {
      reply: toClient(closed),
      events: [ClientClosed.of({ clientId, maker, checker: null, version: closed.version, occurredAt })],
    };
  }
}
