import { Injectable } from '@nestjs/common';
import { UNSIGNED } from '@tributary/domain-sweep';
import type { EntityManager, RouteContract, RouteInput } from '@tributary/platform-service';
import { z } from 'zod';
import { FlowLife } from './flow-life';
import { unknownFlow, wrongState } from './problems';
import { Flows } from './store/flows';
import { summariesOf, sweepSummary } from './sweep-reply';

const ending = {
  params: z.object({ flowId: z.string() }),
  body: z.object({ reason: z.string().trim().min(1).max(500).describe('For whoever reads it later.') }),
  reply: sweepSummary,
  status: 200,
} as const;

type Ending = RouteInput<typeof RejectSweep.contract>;

/** An approver says no to a flow. */
@Injectable()
export class RejectSweep {
  static readonly contract = {
    ...ending,
    summary: 'Reject a movement that waits for an approver',
    roles: ['approver'],
  } satisfies RouteContract;

  constructor(
    private readonly flows: Flows,
    private readonly life: FlowLife,
  ) {}

  async handle({ params: { flowId }, body: { reason }, caller }: Ending, tx: EntityManager) {
    const flow = await this.flows.lock(tx, flowId);
    if (!flow) return unknownFlow(flowId);
    if (flow.state !== 'PENDING_APPROVAL') return wrongState(flow, 'be rejected');
    const events = await this.life.deny(tx, flow, 'rejected', reason, caller.subject);
    const [reply] = await summariesOf(tx, [flow]);
    return { reply: reply!, events };
  }
}

/** An operator ends a flow that is not signed yet. */
@Injectable()
export class CancelSweep {
  static readonly contract = {
    ...ending,
    summary: 'Cancel a movement before it is signed',
    roles: ['operator'],
  } satisfies RouteContract;

  constructor(
    private readonly flows: Flows,
    private readonly life: FlowLife,
  ) {}

  async handle({ params: { flowId }, body: { reason }, caller }: Ending, tx: EntityManager) {
    const flow = await this.flows.lock(tx, flowId);
    if (!flow) return unknownFlow(flowId);
    if (!UNSIGNED.includes(flow.state))
      return wrongState(flow, 'be cancelled any more: its transaction is with the signer or out');
    const events = await this.life.deny(tx, flow, 'cancelled', reason, caller.subject);
    const [reply] = await summariesOf(tx, [flow]);
    return { reply: reply!, events };
  }
}
