import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** An event that failed, or that waits behind one that did. */
export interface DeadLetter {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  /** The record's key; `topic/partition/offset` if it has none that can be stored. */
  readonly key: string;
  /** `ce_subject`, or the key where the headers are unreadable. */
  readonly subject: string;
  readonly eventId: string;
  readonly eventType: string | null;
  readonly streamSeq: number | null;
  /** True if its sequence was checked and counted when it arrived; if not, its replay does so. */
  readonly counted: boolean;
  readonly schemaId: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer | null;
  /** Stable reason: `waiting`, or the code of what failed. */
  readonly code: string;
  readonly error: string;
}

/** What Health shows of a parked subject. */
export interface ParkedSubject {
  readonly topic: string;
  readonly subject: string;
  readonly code: string;
  readonly error: string;
  readonly events: number;
  readonly since: Date;
}

const COLUMNS = `topic, part AS partition, at_offset AS offset, key, subject, event_id AS "eventId",
  event_type AS "eventType", stream_seq AS "streamSeq", counted, schema_id AS "schemaId", headers, value, code, error`;

/** Keeps the events of parked subjects, in order, until they are replayed. */
@Injectable()
export class DeadLetters {
  async store(tx: EntityManager, letter: DeadLetter): Promise<void> {
    await tx.query(
      `INSERT INTO consumer_dead_letter
         (topic, part, at_offset, key, subject, event_id, event_type, stream_seq, counted, schema_id, headers, value, code, error)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        letter.topic,
        letter.partition,
        letter.offset.toString(),
        letter.key,
        letter.subject,
        letter.eventId,
        letter.eventType,
        letter.streamSeq,
        letter.counted,
        letter.schemaId,
        JSON.stringify(letter.headers),
        letter.value,
        letter.code,
        letter.error,
      ],
    );
  }

  /** Makes later events of a subject, or of a whole key, wait. */
  async park(tx: EntityManager, letter: DeadLetter, subject: string): Promise<void> {
    await tx.query(
      'INSERT INTO consumer_parked (topic, subject, part, code) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [letter.topic, subject, letter.partition, letter.code],
    );
  }

  /** Which of these subjects and keys are parked. */
  async parkedAmong(tx: EntityManager, topic: string, subjectsAndKeys: readonly string[]): Promise<Set<string>> {
    const rows: { subject: string }[] = await tx.query(
      'SELECT subject FROM consumer_parked WHERE topic = $1 AND subject = ANY($2)',
      [topic, [...new Set(subjectsAndKeys)]],
    );
    return new Set(rows.map((row) => row.subject));
  }

  /** The partitions in which a subject is parked: one for each topic that carries it. */
  async placesOf(db: EntityManager, subject: string): Promise<{ topic: string; partition: number }[]> {
    return db.query('SELECT topic, part AS partition FROM consumer_parked WHERE subject = $1 ORDER BY topic', [
      subject,
    ]);
  }

  /** The next events to replay of a parked subject or key: by stream sequence, as a missing one may have come late. */
  async next(tx: EntityManager, topic: string, subject: string, limit: number): Promise<DeadLetter[]> {
    const rows: (Omit<DeadLetter, 'offset' | 'streamSeq'> & { offset: string; streamSeq: string | null })[] =
      await tx.query(
        `SELECT ${COLUMNS} FROM consumer_dead_letter
         WHERE topic = $1 AND (subject = $2 OR key = $2)
         ORDER BY stream_seq NULLS FIRST, at_offset LIMIT $3`,
        [topic, subject, limit],
      );
    return rows.map((row) => ({
      ...row,
      offset: BigInt(row.offset),
      streamSeq: row.streamSeq === null ? null : Number(row.streamSeq),
    }));
  }

  async remove(tx: EntityManager, eventId: string): Promise<void> {
    await tx.query('DELETE FROM consumer_dead_letter WHERE event_id = $1', [eventId]);
  }

  /** Ends the waiting of every subject and key of a partition that has no event left to replay. */
  async unparkEmpty(tx: EntityManager, { topic, partition }: { topic: string; partition: number }): Promise<void> {
    await tx.query(
      `DELETE FROM consumer_parked parked WHERE topic = $1 AND part = $2 AND NOT EXISTS (
         SELECT FROM consumer_dead_letter letter
         WHERE letter.topic = parked.topic AND (letter.subject = parked.subject OR letter.key = parked.subject))`,
      [topic, partition],
    );
  }

  /** Every parked subject with the error that parked it, the oldest first. */
  async list(db: EntityManager): Promise<ParkedSubject[]> {
    return db.query(
      `SELECT parked.topic, parked.subject, parked.code, parked.parked_at AS since, count(letter.id)::int AS events,
         coalesce((array_agg(letter.error ORDER BY letter.id) FILTER (WHERE letter.code <> 'waiting'))[1], '') AS error
       FROM consumer_parked parked
       LEFT JOIN consumer_dead_letter letter
         ON letter.topic = parked.topic AND (letter.subject = parked.subject OR letter.key = parked.subject)
       GROUP BY parked.topic, parked.subject ORDER BY parked.parked_at`,
    );
  }

  async count(db: EntityManager): Promise<{ events: number; subjects: number }> {
    const [row] = await db.query(
      `SELECT (SELECT count(*) FROM consumer_dead_letter)::int AS events,
              (SELECT count(*) FROM consumer_parked)::int AS subjects`,
    );
    return row;
  }
}
