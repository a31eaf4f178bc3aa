import { Injectable } from '@nestjs/common';
import { Problem, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { z } from 'zod';
import { approved } from './flow-events';
import { unknownFlow, wrongState } from './problems';
import { addApproval } from './store/approvals';
import { flowById } from './store/flow-list';
import type { FlowRow } from './store/flow-row';
import { Flows } from './store/flows';
import { lockMandate } from './store/mandates';
import type { MandateRow } from './store/rows';
import { summariesOf, sweepSummary } from './sweep-reply';

/** An approver puts their name to a flow's terms. */
@Injectable()
export class ApproveSweep {
  static readonly contract = {
    summary: 'Approve a movement by the digest of its terms; never by its maker nor by the editor of its mandate',
    roles: ['approver'],
    params: z.object({ flowId: z.string() }),
    body: z.object({ digest: z.string().min(1).describe('As the approver saw it.') }),
    reply: sweepSummary,
    status: 200,
  } satisfies RouteContract;

  constructor(private readonly flows: Flows) {}

  async handle(
    { params: { flowId }, body: { digest }, caller }: RouteInput<typeof ApproveSweep.contract>,
    tx: EntityManager,
  ) {
    const found = await flowById(tx, flowId);
    if (!found) return unknownFlow(flowId);
    const mandate = await lockMandate(tx, found.mandateId, 'use');
    const flow = (await this.flows.lock(tx, flowId))!;
    const problem = refusal(flow, mandate, digest, caller.subject);
    if (problem) return problem;
    await addApproval(tx, flow, { digest, approver: caller.subject });
    const event = approved(flow, [caller.subject]);
    await this.flows.enter(tx, flow, 'APPROVED', { by: caller.subject });
    const [reply] = await summariesOf(tx, [flow]);
    return { reply: reply!, events: [event] };
  }
}

function refusal(
  flow: FlowRow,
  mandate: MandateRow | undefined,
  digest: string,
  approver: string,
): Problem | undefined {
  if (flow.state !== 'PENDING_APPROVAL') return wrongState(flow, 'be approved');
  if (digest !== flow.digest) {
    return new Problem(
      409,
      'digest-changed',
      `That is not the digest of flow ${flow.flowId}, which is ${flow.digest}: read its terms again, then approve those`,
    );
  }
  if (approver === flow.maker || approver === flow.mandateEditor) {
    const who = approver === flow.maker ? 'planned it' : `changed its mandate ${flow.mandateId}`;
    return new Problem(403, 'own-work', `${approver} ${who}: somebody else has to approve it`);
  }
  if (mandate?.version !== flow.mandateVersion || !mandate.enabled) {
    return new Problem(
      409,
      'mandate-changed',
      `Mandate ${flow.mandateId} is no longer as flow ${flow.flowId} was planned under: it ends, and is planned anew where there is cause`,
    );
  }
  if (flow.deadline.getTime() < Date.now()) {
    return new Problem(409, 'flow-expired', `Flow ${flow.flowId} could be signed until ${flow.deadline.toISOString()}`);
  }
  return undefined;
}
