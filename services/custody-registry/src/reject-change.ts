import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Problem, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { Change, toChange } from './change';
import { Words } from './fields';
import { FourEyes } from './four-eyes';
import { ChangeParams, openChange } from './open-change';
import { ChangeRow } from './store/change-row';
import { releaseKeys } from './store/open-items';

/** Ends a change without recording anything of it. */
@Injectable()
export class RejectChange {
  static readonly contract = {
    summary: 'Reject a change',
    roles: ['approver'],
    params: ChangeParams,
    body: z.strictObject({ reason: Words.describe('Why, for the one who proposed it.') }),
    reply: Change,
    status: 200,
  } satisfies RouteContract;

  constructor(private readonly fourEyes: FourEyes) {}

  async handle({ caller, params, body }: RouteInput<typeof RejectChange.contract>, tx: EntityManager) {
    const change = await openChange(params.changeId, tx);
    if (change instanceof Problem) return change;
    const refusal = this.fourEyes.refusal(change, caller.subject);
    if (refusal) return refusal;
    const decision = { checker: caller.subject, reason: body.reason, decidedAt: new Date() };
    await tx.update(ChangeRow, { changeId: change.changeId }, { ...decision, state: 'rejected' });
    await releaseKeys(tx, change.changeId);
    return { reply: toChange({ ...change, ...decision, state: 'rejected' }), events: [] };
  }
}
