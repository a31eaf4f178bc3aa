import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type { ChainResumed, ReceivedOfType } from '@tributary/events';
import { ChainHaltRow } from './store/rows';

/** An operator let the chain go on: so does the planner. */
@Injectable()
export class ResumeChain {
  async handle({ payload: { chain } }: ReceivedOfType<typeof ChainResumed>, tx: EntityManager) {
    await tx.delete(ChainHaltRow, { chain });
    return [];
  }
}
