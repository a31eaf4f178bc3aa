import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A record as the inbox knows it. */
export interface Arrival {
  /** `ce_id`, or topic, partition and offset where the envelope is unreadable. */
  readonly eventId: string;
  readonly offset: bigint;
}

/** Lets each event take effect once, however often it was sent. */
@Injectable()
export class Inbox {
  /** Notes the events that are new and returns those, in the order given. */
  async admit<A extends Arrival>(
    tx: EntityManager,
    at: { readonly topic: string; readonly partition: number },
    arrivals: readonly A[],
  ): Promise<readonly A[]> {
    const rows: { event_id: string }[] = await tx.query(
      `INSERT INTO consumer_inbox (event_id, topic, part, at_offset)
       SELECT arrival.event_id, $1, $2, arrival.at_offset
       FROM unnest($3::text[], $4::bigint[]) AS arrival (event_id, at_offset)
       WHERE NOT EXISTS (SELECT FROM consumer_dead_letter letter WHERE letter.event_id = arrival.event_id)
       ON CONFLICT DO NOTHING
       RETURNING event_id`,
      [at.topic, at.partition, arrivals.map((a) => a.eventId), arrivals.map((a) => a.offset.toString())],
    );
    const isNew = new Set(rows.map((row) => row.event_id));
    return arrivals.filter((arrival) => isNew.delete(arrival.eventId));
  }

  /** Takes back the admission of an event that did not take effect: it is parked, and its replay admits it again. */
  async release(tx: EntityManager, eventId: string): Promise<void> {
    await tx.query('DELETE FROM consumer_inbox WHERE event_id = $1', [eventId]);
  }

  /** Forgets admissions older than any resend; all of them lie below the fence. */
  async prune(db: EntityManager, olderThanDays: number): Promise<void> {
    await db.query('DELETE FROM consumer_inbox WHERE received_at < now() - make_interval(days => $1)', [olderThanDays]);
  }
}
