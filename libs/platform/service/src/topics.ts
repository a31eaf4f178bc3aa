import type { EventAdmin, Watermarks } from '@tributary/platform-kafka';
import { Names } from './names';

/** The topics that a service reads and writes. */
export class Topics {
  /** As the contracts name them. */
  readonly consumed: readonly string[];
  private readonly all: readonly string[];
  private connected: Promise<void> | undefined;

  constructor(
    private readonly admin: EventAdmin,
    private readonly names: Names,
    consumed: readonly string[],
    produced: readonly string[],
  ) {
    this.consumed = [...new Set(consumed)].sort();
    this.all = [...new Set([...consumed, ...produced])].flatMap((topic) => [topic, names.deadLetterTopic(topic)]);
  }

  /** Makes what is missing; each service does so for the topics on both of its sides, whoever starts first. */
  async ensure(): Promise<void> {
    await this.connect();
    await this.admin.ensureTopics(this.all.map((topic) => this.names.topic(topic)));
  }

  /** Id of the Kafka cluster behind the brokers. */
  async clusterId(): Promise<string> {
    await this.connect();
    return this.admin.clusterId();
  }

  async watermarks(topic: string, partition: number): Promise<Watermarks> {
    const ofPartition = (await this.watermarksOf(topic)).get(partition);
    if (!ofPartition) throw new Error(`Kafka has no partition ${partition} of ${topic}`);
    return ofPartition;
  }

  /** By partition. */
  async watermarksOf(topic: string): Promise<ReadonlyMap<number, Watermarks>> {
    await this.connect();
    return this.admin.watermarks(this.names.topic(topic));
  }

  async disconnect(): Promise<void> {
    await this.connected?.catch(() => undefined);
    await this.admin.disconnect();
  }

  private connect(): Promise<void> {
    this.connected ??= this.admin.connect().catch((error: unknown) => {
      this.connected = undefined;
      throw error;
    });
    return this.connected;
  }
}
