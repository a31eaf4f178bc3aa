import { Injectable } from '@nestjs/common';
import { nativeAssetId } from '@tributary/domain-custody';
import { movable, permit } from '@tributary/domain-sweep';
import type { EntityManager } from '@tributary/platform-service';
import { PlannerConfig } from './config';
import type { OutgoingEvent, PublishOutgoing } from './flow-events';
import { PlanFlow } from './plan-flow';
import { destinationOf } from './store/address-book';
import { haltOf } from './store/flow-queries';
import { lockMandatesOf, noteTrouble } from './store/mandates';
import type { MandateRow } from './store/rows';
import { ownUnits } from './store/source-row';
import { lockSweepable } from './store/sweepable';

const BATCH = 50;

/** Plans a sweep of each address that holds its mandate's threshold and that nothing moves yet. */
@Injectable()
export class PlanSweeps {
  constructor(
    private readonly config: PlannerConfig,
    private readonly plans: PlanFlow,
  ) {}

  async poll(publish: PublishOutgoing): Promise<'more' | 'idle'> {
    const chain = this.config.CHAIN_ID;
    let isFull = false;
    await publish(async (tx) => {
      if ((await haltOf(tx, chain)) !== null) return [];
      const events: OutgoingEvent[] = [];
      for (const mandate of await lockMandatesOf(tx, chain, 'sweep')) {
        events.push(...(await this.planUnder(tx, mandate, BATCH - events.length)));
        isFull = events.length >= BATCH;
        if (isFull) break;
      }
      return events;
    });
    return isFull ? 'more' : 'idle';
  }

  private async planUnder(tx: EntityManager, mandate: MandateRow, limit: number): Promise<OutgoingEvent[]> {
    const { chain, assetId, toWalletId, maxFee } = mandate;
    if (toWalletId === null) {
      await noteTrouble(tx, mandate, 'It names no wallet to sweep into: have it changed in the registry');
      return [];
    }
    const to = await destinationOf(tx, chain, toWalletId, this.config.DESTINATION_COOL_DOWN_SECONDS);
    if ('message' in to) {
      await noteTrouble(tx, mandate, to.message);
      return [];
    }
    const native = nativeAssetId(chain);
    const events: OutgoingEvent[] = [];
    let trouble: string | null = null;
    for (const source of await lockSweepable(tx, mandate, native, limit)) {
      const free = ownUnits(source);
      const amount = movable({ units: free, isNative: assetId === native, maxFee, limit: mandate.limit });
      if (amount === 0n) continue;
      const verdict = permit([mandate], { kind: 'sweep', assetId, amount, from: source.owner, to: to.owner });
      if ('code' in verdict) {
        trouble = verdict.message;
        break;
      }
      const flow = await this.plans.plan(tx, { kind: 'sweep', mandate, source, free, to, amount });
      if (flow) events.push(flow.event);
    }
    await noteTrouble(tx, mandate, trouble);
    return events;
  }
}
