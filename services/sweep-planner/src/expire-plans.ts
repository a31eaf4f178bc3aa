import { Injectable } from '@nestjs/common';
import { UNSIGNED } from '@tributary/domain-sweep';
import { PlannerConfig } from './config';
import type { PublishOutgoing } from './flow-events';
import { FlowLife } from './flow-life';
import { readWith } from './read-with';
import { overdueFlows } from './store/flow-queries';
import { Flows } from './store/flows';

const BATCH = 50;

/** Ends plans that were not signed by their deadline: what was true when they were made may not be any more. */
@Injectable()
export class ExpirePlans {
  constructor(
    private readonly config: PlannerConfig,
    private readonly flows: Flows,
    private readonly life: FlowLife,
  ) {}

  async poll(publish: PublishOutgoing): Promise<'more' | 'idle'> {
    const overdue = await readWith(publish, (tx) => overdueFlows(tx, this.config.CHAIN_ID, new Date(), BATCH));
    for (const flowId of overdue) {
      await publish(async (tx) => {
        const flow = (await this.flows.lock(tx, flowId))!;
        if (!UNSIGNED.includes(flow.state)) return [];
        const waited = flow.waitingFor ? `; it waited: ${flow.waitingFor}` : '';
        const reason = `It was not signed by ${flow.deadline.toISOString()}${waited}`;
        return this.life.deny(tx, flow, 'expired', reason);
      });
    }
    return overdue.length === BATCH ? 'more' : 'idle';
  }
}
