import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type { ChainHalted, ReceivedOfType } from '@tributary/events';
import { ChainHaltRow } from './store/rows';

/** Nothing is planned, signed or sent on a chain whose watcher has halted: its final facts are in doubt. */
@Injectable()
export class HaltChain {
  async handle({ payload: { chain, reason } }: ReceivedOfType<typeof ChainHalted>, tx: EntityManager) {
    await tx.save(ChainHaltRow, { chain, reason });
    return [];
  }
}
