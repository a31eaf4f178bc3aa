import { DataSource } from '@tributary/platform-postgres';
import { consumerLag } from '../metrics';
import { Topics } from '../topics';

/** How far a partition is behind. */
export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  readonly lagMessages: number;
  /** Since the oldest unconsumed event could have been consumed: 0 where nothing waits. */
  readonly lagSeconds: number;
}

/** Compares what the broker holds with what the fence has let through. */
export class Lag {
  private last: PartitionLag[] = [];
  private readonly behindSinceMs = new Map<string, number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly topics: Topics,
  ) {}

  /** What the broker says now, or what it said last where it does not answer in time. */
  async read(withinMs = 2_000): Promise<PartitionLag[]> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<PartitionLag[]>((resolve) => {
      timer = setTimeout(() => resolve(this.last), withinMs);
    });
    const now = this.compare().catch(() => this.last);
    return Promise.race([now, late]).finally(() => clearTimeout(timer));
  }

  private async compare(): Promise<PartitionLag[]> {
    const fences = await this.fences();
    const lags: PartitionLag[] = [];
    for (const topic of this.topics.consumed) {
      for (const [partition, { low, high }] of await this.topics.watermarksOf(topic)) {
        const fence = fences.get(`${topic}/${partition}`);
        const next = fence && fence.nextOffset > low ? fence.nextOffset : low;
        const lagMessages = high > next ? Number(high - next) : 0;
        const lagSeconds = this.secondsBehind(`${topic}/${partition}`, lagMessages, fence?.processedAtMs ?? 0);
        consumerLag.set({ topic, partition: String(partition) }, lagMessages);
        lags.push({ topic, partition, lagMessages, lagSeconds });
      }
    }
    this.last = lags.sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition);
    return this.last;
  }

  /** Behind since the lag was first seen, or since the last batch if that is later. */
  private secondsBehind(place: string, lagMessages: number, processedAtMs: number): number {
    if (lagMessages === 0) {
      this.behindSinceMs.delete(place);
      return 0;
    }
    const since = Math.max(this.behindSinceMs.get(place) ?? Date.now(), processedAtMs);
    this.behindSinceMs.set(place, since);
    return Math.max(0, (Date.now() - since) / 1000);
  }

  private async fences(): Promise<Map<string, { nextOffset: bigint; processedAtMs: number }>> {
    const rows: { topic: string; part: number; next_offset: string; processed_at: Date }[] =
      await this.dataSource.query('SELECT topic, part, next_offset, processed_at FROM consumer_fence');
    return new Map(
      rows.map((row) => [
        `${row.topic}/${row.part}`,
        { nextOffset: BigInt(row.next_offset), processedAtMs: row.processed_at.getTime() },
      ]),
    );
  }
}
