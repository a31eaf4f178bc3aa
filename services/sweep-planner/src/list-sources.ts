import { Injectable } from '@nestjs/common';
import { ANY_ROLE, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { z } from 'zod';
import { listSources, reservedOf } from './store/sources';
import { amount } from './sweep-reply';

const LIMIT = 1000;

/** Lists what may be moved. */
@Injectable()
export class ListSources {
  static readonly contract = {
    summary: 'What addresses of ours hold by final facts, and what open movements have reserved of it',
    roles: ANY_ROLE,
    query: z.object({ address: z.string().min(1).optional().describe('One address; the first 1000 rows without it.') }),
    reply: z.object({
      items: z.array(
        z.object({
          address: z.string(),
          walletId: z.string(),
          role: z.string(),
          side: z.string(),
          assetId: z.string(),
          clientUnits: amount.describe("The clients' base units."),
          houseUnits: amount.describe("The house's base units; at a client's address gas that was topped up."),
          reserved: amount.describe("Base units of the address's own side that open movements may take."),
        }),
      ),
    }),
  } satisfies RouteContract;

  async handle({ query: { address } }: RouteInput<typeof ListSources.contract>, db: EntityManager) {
    const items = [];
    for (const source of await listSources(db, address, LIMIT)) {
      const { walletId, role, side } = source.owner;
      items.push({
        ...{ address: source.address, walletId, role, side, assetId: source.assetId },
        clientUnits: source.clientUnits.toString(),
        houseUnits: source.houseUnits.toString(),
        reserved: (await reservedOf(db, source)).toString(),
      });
    }
    return { items };
  }
}
