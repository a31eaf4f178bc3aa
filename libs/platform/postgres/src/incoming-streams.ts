import type { EntityManager } from 'typeorm';

/** The last sequence seen of each stream in a batch: read at its start, written back at its end. */
export class IncomingStreams {
  private readonly changed = new Set<string>();

  private constructor(
    private readonly topic: string,
    private readonly lastSeqs: Map<string, number>,
  ) {}

  /** The caller holds the partition's fence, and a key lives in one partition: nobody else changes these rows. */
  static async load(tx: EntityManager, topic: string, keys: readonly string[]): Promise<IncomingStreams> {
    const rows: { key: string; last_seq: string }[] = await tx.query(
      'SELECT key, last_seq FROM consumer_stream WHERE topic = $1 AND key = ANY($2)',
      [topic, [...new Set(keys)]],
    );
    return new IncomingStreams(topic, new Map(rows.map((row) => [row.key, Number(row.last_seq)])));
  }

  /** The only sequence that may come next in this stream. */
  expected(key: string): number {
    return (this.lastSeqs.get(key) ?? 0) + 1;
  }

  advance(key: string, seq: number): void {
    this.lastSeqs.set(key, seq);
    this.changed.add(key);
  }

  async save(tx: EntityManager): Promise<void> {
    if (this.changed.size === 0) return;
    const keys = [...this.changed];
    await tx.query(
      `INSERT INTO consumer_stream (topic, key, last_seq)
       SELECT $1, * FROM unnest($2::text[], $3::bigint[])
       ON CONFLICT (topic, key) DO UPDATE SET last_seq = excluded.last_seq`,
      [this.topic, keys, keys.map((key) => this.lastSeqs.get(key))],
    );
  }
}
