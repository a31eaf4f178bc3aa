import { Injectable } from '@nestjs/common';
import { nativeAssetId } from '@tributary/domain-custody';
import { permit, topUpAmount } from '@tributary/domain-sweep';
import type { EntityManager } from '@tributary/platform-service';
import { PlannerConfig } from './config';
import type { OutgoingEvent, PublishOutgoing } from './flow-events';
import { PlanFlow } from './plan-flow';
import { haltOf } from './store/flow-queries';
import type { FlowRow } from './store/flow-row';
import { Flows } from './store/flows';
import { gasOf, lockGasSources, needsTopUp } from './store/gas';
import { lockMandatesOf } from './store/mandates';
import type { MandateRow } from './store/rows';
import { reservedOf } from './store/sources';

const BATCH = 50;

/** Plans the gas that an approved movement of a token needs at its address: the house's, and final before it is used. */
@Injectable()
export class PlanTopUps {
  constructor(
    private readonly config: PlannerConfig,
    private readonly flows: Flows,
    private readonly plans: PlanFlow,
  ) {}

  async poll(publish: PublishOutgoing): Promise<'more' | 'idle'> {
    const chain = this.config.CHAIN_ID;
    await publish(async (tx) => {
      if ((await haltOf(tx, chain)) !== null) return [];
      const mandates = await lockMandatesOf(tx, chain, 'top-up');
      const needing = await needsTopUp(tx, chain, BATCH);
      const events: OutgoingEvent[] = [];
      for (const flow of needing) events.push(...(await this.planFor(tx, flow, mandates)));
      return events;
    });
    return 'idle';
  }

  private async planFor(tx: EntityManager, flow: FlowRow, mandates: readonly MandateRow[]): Promise<OutgoingEvent[]> {
    const assetId = nativeAssetId(flow.chain);
    const to = { address: flow.fromAddress, owner: flow.fromOwner };
    const amount = topUpAmount({ maxFee: flow.maxFee, houseUnits: await gasOf(tx, flow) });
    if (amount === 0n) return [];
    let waitingFor =
      `It needs ${amount} of ${assetId} at ${to.address} to pay its fee, and no mandate lets that be topped up: ` +
      `propose one of kind top-up in the registry`;
    for (const mandate of mandates) {
      waitingFor = `It needs ${amount} of ${assetId} at ${to.address} to pay its fee, and no ${mandate.fromRole} wallet has any that is final: fund it`;
      for (const source of await lockGasSources(tx, flow.chain, assetId, mandate.fromRole)) {
        const verdict = permit([mandate], { kind: 'top-up', assetId, amount, from: source.owner, to: to.owner });
        if ('code' in verdict) {
          waitingFor = verdict.message;
          continue;
        }
        const free = source.houseUnits - (await reservedOf(tx, source));
        if (free < amount + mandate.maxFee) {
          waitingFor =
            `The gas wallet at ${source.address} has ${free} of ${assetId} free where a top-up takes ${amount} and a fee ` +
            `of at most ${mandate.maxFee}: fund it`;
          continue;
        }
        const plan = await this.plans.plan(tx, { kind: 'top-up', mandate, source, free, to, amount });
        if (plan) {
          await this.flows.wait(tx, flow, `Its gas: top-up ${plan.flow.flowId} must be final first`);
          return [plan.event];
        }
      }
    }
    await this.flows.wait(tx, flow, waitingFor);
    return [];
  }
}
