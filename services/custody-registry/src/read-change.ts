import { Injectable } from '@nestjs/common';
import { ANY_ROLE, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { Change, toChange } from './change';
import { ChangeParams, changeUnknown } from './open-change';
import { ChangeRow } from './store/change-row';

/** Shows a change with all of its items: what an approver reads before approving. */
@Injectable()
export class ReadChange {
  static readonly contract = {
    summary: 'One change with its items',
    roles: ANY_ROLE,
    params: ChangeParams,
    reply: Change,
  } satisfies RouteContract;

  async handle({ params }: RouteInput<typeof ReadChange.contract>, db: EntityManager) {
    const row = await db.findOneBy(ChangeRow, params);
    return row ? toChange(row) : changeUnknown(params.changeId);
  }
}
