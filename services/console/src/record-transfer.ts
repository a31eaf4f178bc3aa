import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type {
  ReceivedOfType,
  TransferConfirmed,
  TransferFinalized,
  TransferReverted,
  TransferSeen,
} from '@tributary/events';
import { depositKind } from './deposit';
import { DepositRow } from './store/deposit-row';
import { FlowEventRow } from './store/flow-event-row';

type TransferFact = ReceivedOfType<
  typeof TransferSeen | typeof TransferConfirmed | typeof TransferFinalized | typeof TransferReverted
>;

/** Follows a deposit through its states. A transfer that returns in another block begins anew there. */
@Injectable()
export class RecordTransfer {
  async handle(fact: TransferFact, tx: EntityManager): Promise<never[]> {
    const { payload } = fact;
    const kind = depositKind(payload.from, payload.to);
    const owner = payload.to.owner;
    if (!kind || !owner) return [];

    const block = { blockHeight: payload.block.height, blockHash: payload.block.hash, blockTime: payload.block.time };
    const { transferId, chain, txid, index, assetId, confirmations, occurrence, late, occurredAt } = payload;
    const now = { ...block, confirmations, occurrence, late };
    if (fact.type === 'TransferSeen') {
      const begun = {
        state: 'seen',
        seenAt: occurredAt,
        confirmedAt: null,
        finalizedAt: null,
        revertedAt: null,
      } as const;
      const { walletId, clientId } = owner;
      const parties = { from: payload.from.address, address: payload.to.address, walletId, clientId, kind };
      const amount = payload.amount.toString();
      const row: DepositRow = { transferId, chain, txid, index, assetId, amount, ...parties, ...now, ...begun };
      await tx.upsert(DepositRow, row, ['transferId']);
    } else {
      const updated = await tx.update(DepositRow, { transferId }, { ...now, ...reached(fact) });
      if (updated.affected !== 1) throw new Error(`${fact.type} of ${transferId}, which was never seen`);
    }
    await tx.insert(FlowEventRow, {
      eventId: fact.id,
      flow: transferId,
      type: fact.type,
      at: occurredAt,
      topic: 'custody.transfers.v1',
      streamSeq: fact.streamSeq,
      ...block,
    });
    return [];
  }
}

function reached(fact: Exclude<TransferFact, { readonly type: 'TransferSeen' }>): Partial<DepositRow> {
  const at = fact.payload.occurredAt;
  switch (fact.type) {
    case 'TransferConfirmed':
      return { state: 'confirmed', confirmedAt: at };
    case 'TransferFinalized':
      return { state: 'finalized', finalizedAt: at };
    case 'TransferReverted':
      return { state: 'reverted', revertedAt: at };
  }
}
