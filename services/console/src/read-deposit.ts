import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  ANY_ROLE,
  Problem,
  type EntityManager,
  type RouteContract,
  type RouteInput,
} from '@tributary/platform-service';
import { BlockReply, Deposit, toDeposit } from './deposit';
import { FlowEventRow } from './store/flow-event-row';
import { selectDeposits } from './store/select-deposits';

const DepositEvent = z
  .object({
    type: z.string(),
    eventId: z.string(),
    at: z.iso.datetime(),
    block: BlockReply.nullable(),
    topic: z.string(),
    streamSeq: z.int().describe('Place in its stream.'),
    entryId: z.string().nullable(),
  })
  .meta({ id: 'DepositEvent' });

/** Tells a deposit's life: every event of its transfer and every entry that books it. */
@Injectable()
export class ReadDeposit {
  static readonly contract = {
    summary: 'One deposit with its events, the oldest first',
    roles: ANY_ROLE,
    params: z.object({ transferId: z.string().describe('URL-encoded, as it contains slashes.') }),
    reply: Deposit.extend({ events: z.array(DepositEvent) }).meta({ id: 'DepositWithEvents' }),
  } satisfies RouteContract;

  async handle({ params: { transferId } }: RouteInput<typeof ReadDeposit.contract>, db: EntityManager) {
    const [deposit] = await selectDeposits(db, { transferId }, undefined, 1);
    if (!deposit)
      return new Problem(404, 'deposit-unknown', `No deposit ${transferId} was seen; URL-encode the transferId`);
    const events = await db.find(FlowEventRow, { where: { flow: transferId }, order: { at: 'ASC', streamSeq: 'ASC' } });
    return { ...toDeposit(deposit), events: events.map(toEvent) };
  }
}

function toEvent(row: FlowEventRow): z.input<typeof DepositEvent> {
  const { type, eventId, at, topic, streamSeq, blockHeight, blockHash, blockTime, entryId } = row;
  const block =
    blockHeight !== null && blockHash !== null && blockTime
      ? { height: Number(blockHeight), hash: blockHash, time: blockTime.toISOString() }
      : null;
  return { type, eventId, at: at.toISOString(), topic, streamSeq: Number(streamSeq), block, entryId };
}
