import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Problem, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { Change, toChange } from './change';
import { itemsOf } from './change-kind';
import { kindOf } from './change-kinds';
import { digestOf } from './digest';
import { ChangeParams, openChange } from './open-change';
import { keysTaken } from './propose-change';
import { refusedItems } from './refused-items';
import { ChangeRow } from './store/change-row';
import { releaseKeys } from './store/open-items';

/** Lets its maker put other items in the place of a change's, which gives it another digest. */
@Injectable()
export class ReviseChange {
  static readonly contract = {
    summary: 'Revise a change of your own that nobody has decided on',
    roles: ['operator', 'approver'],
    params: ChangeParams,
    body: z.strictObject({ items: z.array(z.unknown()).describe('All of them, as this kind of change states them.') }),
    reply: Change,
    status: 200,
  } satisfies RouteContract;

  async handle({ caller, params, body }: RouteInput<typeof ReviseChange.contract>, tx: EntityManager) {
    const change = await openChange(params.changeId, tx);
    if (change instanceof Problem) return change;
    const { changeId, maker } = change;
    if (caller.subject !== maker) {
      return new Problem(403, 'not-your-change', `Only ${maker}, who proposed this change, can revise it`);
    }
    const kind = kindOf(change.kind);
    const read = itemsOf(kind).safeParse(body.items);
    if (!read.success) {
      const errors = read.error.issues.map(({ path, message }) => ({
        field: ['body.items', ...path].join('.'),
        reason: message,
      }));
      return new Problem(400, 'invalid-input', `The items are none of a ${change.kind}; see errors`, errors);
    }
    const items = read.data;
    const refused = await refusedItems(kind, items, tx);
    if (refused) return refused;
    await releaseKeys(tx, changeId);
    const taken = await keysTaken(kind, items, changeId, tx);
    if (taken) return taken;
    const revised = { ...change, items, digest: digestOf({ ...change, items }), proposedAt: new Date() };
    await tx.save(ChangeRow, revised);
    return { reply: toChange(revised), events: [] };
  }
}
