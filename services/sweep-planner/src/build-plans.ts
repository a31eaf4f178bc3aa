import { Injectable } from '@nestjs/common';
import { EthereumNode } from '@tributary/chain-ethereum';
import type { EntityManager } from '@tributary/platform-service';
import { PlannerConfig } from './config';
import { approved, type OutgoingEvent, type PublishOutgoing } from './flow-events';
import { FlowLife } from './flow-life';
import { readWith } from './read-with';
import { flowsIn, haltOf } from './store/flow-queries';
import type { FlowRow } from './store/flow-row';
import { Flows } from './store/flows';
import { assetOf } from './store/assets';

const BATCH = 50;

/** Builds what is planned: how much gas it takes and what that costs just now. Then it is approved, or waits for an approver. */
@Injectable()
export class BuildPlans {
  constructor(
    private readonly config: PlannerConfig,
    private readonly node: EthereumNode,
    private readonly flows: Flows,
    private readonly life: FlowLife,
  ) {}

  async poll(publish: PublishOutgoing): Promise<'more' | 'idle'> {
    const chain = this.config.CHAIN_ID;
    const planned = await readWith(publish, async (tx) =>
      (await haltOf(tx, chain)) === null ? flowsIn(tx, chain, 'PLANNED', BATCH) : [],
    );
    if (planned.length === 0) return 'idle';
    const { baseFeePerGas, maxPriorityFeePerGas } = await this.node.feeQuote();
    let built = 0;
    for (const flow of planned) {
      const contract = await readWith(publish, async (tx) => (await assetOf(tx, flow.assetId))?.contract ?? null);
      const { fromAddress: from, toAddress: to, amount } = flow;
      const gas = await this.node.estimateGas({ from, to, amount, contract });
      await publish(async (tx) => {
        const locked = await this.flows.lock(tx, flow.flowId);
        if (locked?.state !== 'PLANNED') return [];
        if (typeof gas !== 'bigint') return this.life.heedWouldFail(tx, locked, gas.message);
        built += 1;
        locked.gasLimit = contract === null ? gas : withMargin(gas);
        locked.estimatedFee = gas * (baseFeePerGas + maxPriorityFeePerGas);
        return this.build(tx, locked);
      });
    }
    return built === BATCH ? 'more' : 'idle';
  }

  private async build(tx: EntityManager, flow: FlowRow): Promise<OutgoingEvent[]> {
    await this.flows.enter(tx, flow, 'BUILT');
    if (flow.needsApproval) {
      await this.flows.enter(tx, flow, 'PENDING_APPROVAL');
      return [];
    }
    const event = approved(flow, []);
    await this.flows.enter(tx, flow, 'APPROVED');
    return [event];
  }
}

/** A token's contract may use more gas by the time it is mined: half as much again. */
function withMargin(gas: bigint): bigint {
  return gas + (gas + 1n) / 2n;
}
