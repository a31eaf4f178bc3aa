import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ANY_ROLE, type EntityManager, type RouteContract } from '@tributary/platform-service';
import { countDeposits } from './store/count-deposits';

/** Counts deposits: how many clients were credited for, how many times a block took one back, how many are on their way. */
@Injectable()
export class SummarizeDeposits {
  static readonly contract = {
    summary: 'How many deposits were credited, reverted and are pending',
    roles: ANY_ROLE,
    reply: z
      .object({
        credited: z.int().describe("Deposits to clients' addresses that the books made available."),
        reverted: z.int().describe('Times that the block of a deposit left the chain.'),
        pending: z.int().describe('Deposits seen or confirmed, not final yet.'),
      })
      .meta({ id: 'DepositSummary' }),
  } satisfies RouteContract;

  async handle(_input: unknown, db: EntityManager) {
    return countDeposits(db);
  }
}
