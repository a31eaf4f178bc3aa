import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** An event on its way out, encoded; its sequence is given when it enters the outbox. */
export interface OutgoingRecord {
  readonly topic: string;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer | null;
}

/** A stream is a topic and a key. */
export type StreamRecord = OutgoingRecord & { readonly key: string };

/** Holds what was committed and not yet acknowledged by the broker. */
@Injectable()
export class Outbox {
  /**
   * Gives each record the next `ce_sequence` of its stream and stores it. Streams are locked in sorted order up to the
   * commit, and row ids are drawn under these locks: within a stream, id order is commit order.
   */
  async add(tx: EntityManager, records: readonly StreamRecord[]): Promise<void> {
    if (records.length === 0) return;
    const nextSeqs = await this.drawSequences(tx, records);
    await this.store(
      tx,
      records.map((record) => {
        const stream = streamOf(record);
        const seq = nextSeqs.get(stream) as number;
        nextSeqs.set(stream, seq + 1);
        return { ...record, headers: { ...record.headers, ce_sequence: String(seq) } };
      }),
    );
  }

  /** Stores records as they are, outside of any stream: copies for a dead-letter topic. */
  async store(tx: EntityManager, records: readonly OutgoingRecord[]): Promise<void> {
    await tx.query(
      `INSERT INTO producer_outbox (topic, key, headers, value)
       SELECT topic, key, headers, value
       FROM unnest($1::text[], $2::text[], $3::json[], $4::bytea[]) WITH ORDINALITY AS r (topic, key, headers, value, place)
       ORDER BY place`,
      [
        records.map((record) => record.topic),
        records.map((record) => record.key),
        records.map((record) => JSON.stringify(record.headers)),
        records.map((record) => record.value),
      ],
    );
  }

  /** Locks each stream once, advances it by its count of records, and returns the first sequence of each. */
  private async drawSequences(tx: EntityManager, records: readonly StreamRecord[]): Promise<Map<string, number>> {
    const counts = new Map<string, { topic: string; key: string; count: number }>();
    for (const record of records) {
      const drawn = counts.get(streamOf(record)) ?? { topic: record.topic, key: record.key, count: 0 };
      counts.set(streamOf(record), { ...drawn, count: drawn.count + 1 });
    }
    const streams = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stream]) => stream);
    const rows: { topic: string; key: string; last_seq: string }[] = await tx.query(
      `INSERT INTO producer_stream AS stream (topic, key, last_seq)
       SELECT topic, key, count
       FROM unnest($1::text[], $2::text[], $3::int[]) WITH ORDINALITY AS s (topic, key, count, place)
       ORDER BY place
       ON CONFLICT (topic, key) DO UPDATE SET last_seq = stream.last_seq + excluded.last_seq
       RETURNING topic, key, last_seq`,
      [streams.map((s) => s.topic), streams.map((s) => s.key), streams.map((s) => s.count)],
    );
    return new Map(
      rows.map((row) => {
        const count = counts.get(streamOf(row))?.count ?? 0;
        return [streamOf(row), Number(row.last_seq) - count + 1];
      }),
    );
  }
}

function streamOf({ topic, key }: { readonly topic: string; readonly key: string }): string {
  return `${topic}\u0000${key}`;
}
