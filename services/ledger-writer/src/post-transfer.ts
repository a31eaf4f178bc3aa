import { Injectable } from '@nestjs/common';
import { JOURNAL, rowFor, type Row, type TransferFact } from '@tributary/domain-ledger';
import {
  EntryPosted,
  type ReceivedOfType,
  type TransferConfirmed,
  type TransferFinalized,
  type TransferReverted,
} from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { postEntry } from './post-entry';

type TransferEvent = ReceivedOfType<typeof TransferConfirmed | typeof TransferFinalized | typeof TransferReverted>;

/** Books what became of a transfer, by the row of the journal that claims it; most transfers of ours have none. */
@Injectable()
export class PostTransfer {
  async handle(event: TransferEvent, tx: EntityManager) {
    const fact = factOf(event);
    const kind = rowFor(fact);
    if (kind === 'nothing') return [];

    const row: Row = JOURNAL[kind];
    const { assetId, transferId, chain, txid, block } = event.payload;
    const entry = await postEntry(
      tx,
      {
        book: assetId,
        kind,
        flow: transferId,
        chain,
        txid,
        effectiveAt: block.time,
        bookedAt: new Date(),
        sourceEventId: event.id,
      },
      row.post(fact.transfer),
      row,
    );
    return [EntryPosted.of(entry)];
  }
}

function factOf(event: TransferEvent): TransferFact {
  switch (event.type) {
    case 'TransferConfirmed':
      return { state: 'confirmed', transfer: event.payload };
    case 'TransferFinalized':
      return { state: 'finalized', transfer: event.payload };
    case 'TransferReverted':
      return { state: 'reverted', fromState: event.payload.fromState, transfer: event.payload };
  }
}
