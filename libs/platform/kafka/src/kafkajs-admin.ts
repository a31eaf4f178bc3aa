import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';
import type { EventAdmin, Watermarks } from './seam';

/** Enough for many chains beside each other; never changed in place, as a key would then move. */
const PARTITIONS = 6;
const LEADERS_WITHIN_MS = 30_000;

export class KafkajsAdmin implements EventAdmin {
  private readonly admin: Admin;

  constructor(
    kafka: Kafka,
    private readonly replicationFactor: number,
  ) {
    this.admin = kafka.admin();
  }

  async connect(): Promise<void> {
    await this.admin.connect();
  }

  async clusterId(): Promise<string> {
    return (await this.admin.describeCluster()).clusterId;
  }

  async ensureTopics(topics: readonly string[]): Promise<void> {
    const existing = new Set(await this.admin.listTopics());
    const missing = topics.filter((topic) => !existing.has(topic));
    if (missing.length === 0) return;
    await this.admin.createTopics({
      waitForLeaders: false,
      topics: missing.map((topic) => ({
        topic,
        numPartitions: PARTITIONS,
        replicationFactor: this.replicationFactor,
        configEntries: [{ name: 'retention.ms', value: '-1' }],
      })),
    });
    await this.awaitLeaders(missing);
  }

  async watermarks(topic: string): Promise<ReadonlyMap<number, Watermarks>> {
    const partitions = await this.admin.fetchTopicOffsets(topic);
    return new Map(partitions.map(({ partition, low, high }) => [partition, { low: BigInt(low), high: BigInt(high) }]));
  }

  async disconnect(): Promise<void> {
    await this.admin.disconnect();
  }

  /**
   * Waits until every partition of new topics is served. For a moment a broker does not know a topic that it has just
   * made, and for another the partition's leader does not know that it leads; kafkajs' own waiting fails at the first.
   */
  private async awaitLeaders(topics: readonly string[]): Promise<void> {
    const deadlineMs = Date.now() + LEADERS_WITHIN_MS;
    for (;;) {
      try {
        for (const topic of topics) await this.admin.fetchTopicOffsets(topic);
        return;
      } catch (cause) {
        if (Date.now() > deadlineMs) {
          throw new Error(`Kafka does not serve ${topics.join(', ')} within ${LEADERS_WITHIN_MS / 1000} s`, { cause });
        }
        await sleep(100);
      }
    }
  }
}
