import type { Admin, Kafka } from 'kafkajs';
import type { EventAdmin, Watermarks } from './seam';

/** Enough for many chains beside each other; never changed in place, as a key would then move. */
const PARTITIONS = 6;

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
      waitForLeaders: true,
      topics: missing.map((topic) => ({
        topic,
        numPartitions: PARTITIONS,
        replicationFactor: this.replicationFactor,
        configEntries: [{ name: 'retention.ms', value: '-1' }],
      })),
    });
  }

  async watermarks(topic: string): Promise<ReadonlyMap<number, Watermarks>> {
    const partitions = await this.admin.fetchTopicOffsets(topic);
    return new Map(partitions.map(({ partition, low, high }) => [partition, { low: BigInt(low), high: BigInt(high) }]));
  }

  async disconnect(): Promise<void> {
    await this.admin.disconnect();
  }
}
