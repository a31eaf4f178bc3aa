import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import { EntryPosted, type ReceivedOfType } from '@tributary/events';
import { termsOfEntry } from './search-terms';
import { FlowEventRow } from './store/flow-event-row';
import { keepTerms } from './store/search-terms';

/** Notes an entry under its flow, and by what it is found. It may come before the transfer that it books: they travel on two topics. */
@Injectable()
export class RecordEntry {
  async handle({ id, streamSeq, payload }: ReceivedOfType<typeof EntryPosted>, tx: EntityManager): Promise<never[]> {
    await tx.insert(FlowEventRow, {
      eventId: id,
      flow: payload.flow,
      type: 'EntryPosted',
      at: payload.bookedAt,
      topic: EntryPosted.topic,
      streamSeq,
      entryId: payload.entryId,
      entryKind: payload.kind,
    });
    await keepTerms(tx, termsOfEntry(payload));
    return [];
  }
}
