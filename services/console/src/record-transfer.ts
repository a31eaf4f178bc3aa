import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import {
  TransferSeen,
  type ReceivedOfType,
  type TransferConfirmed,
  type TransferFinalized,
  type TransferReverted,
} from '@tributary/events';
import { arrivalOf, type Arrival } from './deposit';
import { DepositRow } from './store/deposit-row';
import { termsOfTransfer } from './search-terms';
import { FlowEventRow } from './store/flow-event-row';
import { keepTerms } from './store/search-terms';

type Fact = ReceivedOfType<
  typeof TransferSeen | typeof TransferConfirmed | typeof TransferFinalized | typeof TransferReverted
>;

/** Follows a deposit through its states. A transfer that returns in another block begins anew there. */
@Injectable()
export class RecordTransfer {
  async handle(fact: Fact, tx: EntityManager): Promise<never[]> {
    const { transferId, from, to } = fact.payload;
    const arrival = arrivalOf(from, to);
    if (!arrival) return [];
    if (fact.type === 'TransferSeen') {
      await tx.upsert(DepositRow, begun(fact.payload, arrival), ['transferId']);
      await keepTerms(tx, termsOfTransfer(fact.payload));
    } else {
      const updated = await tx.update(DepositRow, { transferId }, { ...standing(fact.payload), ...reached(fact) });
      if (updated.affected !== 1) throw new Error(`${fact.type} of ${transferId}, which was never seen`);
    }
    await tx.insert(FlowEventRow, {
      eventId: fact.id,
      flow: transferId,
      type: fact.type,
      at: fact.payload.occurredAt,
      topic: TransferSeen.topic,
      streamSeq: fact.streamSeq,
      ...blockOf(fact.payload),
    });
    return [];
  }
}

function begun(seen: TransferSeen, arrival: Arrival): DepositRow {
  const { transferId, chain, txid, index, assetId, from, to, amount, occurredAt } = seen;
  return {
    transferId,
    chain,
    txid,
    index,
    assetId,
    from: from.address,
    address: to.address,
    ...arrival,
    amount: amount.toString(),
    ...standing(seen),
    state: 'seen',
    seenAt: occurredAt,
    confirmedAt: null,
    finalizedAt: null,
    revertedAt: null,
  };
}

function standing(payload: Fact['payload']) {
  const { confirmations, occurrence, late } = payload;
  return { ...blockOf(payload), confirmations, occurrence, late };
}

function blockOf({ block: { height, hash, time } }: Fact['payload']) {
  return { blockHeight: height, blockHash: hash, blockTime: time };
}

function reached({ type, payload: { occurredAt } }: Exclude<Fact, { readonly type: 'TransferSeen' }>) {
  switch (type) {
    case 'TransferConfirmed':
      return { state: 'confirmed', confirmedAt: occurredAt } as const;
    case 'TransferFinalized':
      return { state: 'finalized', finalizedAt: occurredAt } as const;
    case 'TransferReverted':
      return { state: 'reverted', revertedAt: occurredAt } as const;
  }
}
