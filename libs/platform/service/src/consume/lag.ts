import { DataSource } from '@tributary/platform-postgres';
import { Growth } from './growth';
import { consumerLag } from '../metrics';
import { Topics } from '../topics';

const LOOK_EVERY_MS = 5_000;

/** How far a partition is behind. */
export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  readonly lagMessages: number;
  /** Since the oldest unconsumed event was first seen, by a look every few seconds: 0 where nothing waits. */
  readonly lagSeconds: number;
}

/** Compares what the broker holds with what the fence has let through. */
export class Lag {
  private last: PartitionLag[] = [];
  private readonly growths = new Map<string, Growth>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly topics: Topics,
  ) {}

  /** Looks from now on, whether anybody asks or not. */
  start(): void {
    this.timer = setInterval(() => void this.read(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

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
        const next = fence !== undefined && fence > low ? fence : low;
        const lagMessages = high > next ? Number(high - next) : 0;
        const lagSeconds = this.secondsBehind(`${topic}/${partition}`, next, high);
        consumerLag.set({ topic, partition: String(partition) }, lagMessages);
        lags.push({ topic, partition, lagMessages, lagSeconds });
      }
    }
    this.last = lags.sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition);
    return this.last;
  }

  private secondsBehind(place: string, next: bigint, high: bigint): number {
    const growth = this.growths.get(place) ?? new Growth();
    this.growths.set(place, growth);
    growth.note(high, Date.now());
    const since = growth.seenSince(next);
    return since === undefined ? 0 : (Date.now() - since) / 1000;
  }

  /** The next offset by `topic/partition`. */
  private async fences(): Promise<Map<string, bigint>> {
    const rows: { topic: string; part: number; next_offset: string }[] = await this.dataSource.query(
      'SELECT topic, part, next_offset FROM consumer_fence',
    );
    return new Map(rows.map((row) => [`${row.topic}/${row.part}`, BigInt(row.next_offset)]));
  }
}
