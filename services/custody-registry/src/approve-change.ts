import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Problem, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { Change, toChange } from './change';
import type { RegistryEvent } from './change-kind';
import { kindOf } from './change-kinds';
import { FourEyes } from './four-eyes';
import { ChangeParams, openChange } from './open-change';
import { refusedItems } from './refused-items';
import { ChangeRow } from './store/change-row';
import { releaseKeys } from './store/open-items';

/** Records what a change says: each of its items, or none. */
@Injectable()
export class ApproveChange {
  static readonly contract = {
    summary: 'Approve a change, which is recorded at once',
    roles: ['approver'],
    params: ChangeParams,
    body: z.strictObject({ digest: z.string().describe('Of the change as the approver has read it.') }),
    reply: Change,
    status: 200,
  } satisfies RouteContract;

  constructor(private readonly fourEyes: FourEyes) {}

  async handle({ caller, params, body }: RouteInput<typeof ApproveChange.contract>, tx: EntityManager) {
    const change = await openChange(params.changeId, tx);
    if (change instanceof Problem) return change;
    const refusal = this.fourEyes.refusal(change, caller.subject, body.digest);
    if (refusal) return refusal;

    const decision = { checker: caller.subject, approvedDigest: body.digest, decidedAt: new Date() };
    const events = await record(change, decision.checker, decision.decidedAt, tx);
    if (events instanceof Problem) return events;
    await tx.update(ChangeRow, { changeId: change.changeId }, { ...decision, state: 'approved' });
    await releaseKeys(tx, change.changeId);
    return { reply: toChange({ ...change, ...decision, state: 'approved' }), events };
  }
}

/** Records the items of a change; a problem names those which things as they stand now do not allow any more. */
async function record(
  { changeId, kind: name, items, maker }: ChangeRow,
  checker: string,
  at: Date,
  tx: EntityManager,
): Promise<readonly RegistryEvent[] | Problem> {
  const kind = kindOf(name);
  const refused = await refusedItems(kind, items, tx, 'change');
  if (refused) return refused;
  const events = await kind.apply(items, tx, { maker, checker, at });
  if (events) return events;
  const overtaken = await refusedItems(kind, items, tx, 'change');
  if (overtaken) return overtaken;
  throw new Error(`Change ${changeId} was neither recorded nor refused`);
}
