import { randomUUID } from 'node:crypto';
import type { EventType, Received } from '@tributary/events';
import { KafkajsBroker, type EventConsumer, type ReadRecord } from '@tributary/platform-kafka';
import { partsEnv } from './parts';

/** Reads a topic from its beginning, by a group of its own, and keeps all that comes. */
export class TopicTap {
  /** In the order of each partition. */
  readonly records: ReadRecord[] = [];

  private constructor(private readonly consumer: EventConsumer) {}

  /** @param topic as the broker knows it: `<namespace>.custody.transfers.v1` */
  static async open(topic: string, brokers: string = partsEnv().KAFKA_BROKERS): Promise<TopicTap> {
    const broker = new KafkajsBroker({
      brokers: brokers.split(','),
      clientId: 'topic-tap',
      replicationFactor: 1,
      onRetry: () => undefined,
    });
    const admin = broker.admin();
    await admin.connect();
    await admin.ensureTopics([topic]);
    await admin.disconnect();
    const tap = new TopicTap(broker.consumer());
    const nextOffsets = new Map<number, bigint>();
    await tap.consumer.start({
      groupId: `tap-${randomUUID()}`,
      topics: [topic],
      onBatch: async ({ partition, records }) => {
        const next = nextOffsets.get(partition) ?? 0n;
        tap.records.push(...records.filter((record) => record.offset >= next));
        nextOffsets.set(partition, records.at(-1)!.offset + 1n);
        return { nextOffset: records.at(-1)!.offset + 1n };
      },
      onAssigned: () => undefined,
      onCrash: () => undefined,
    });
    return tap;
  }

  /** The events of one type, decoded. */
  events<N extends string, P>(type: EventType<N, P>): Received<N, P>[] {
    return this.records
      .filter((record) => record.headers['ce_type'] === type.fullName)
      .map(({ headers, value }) => ({
        type: type.name,
        payload: type.decode(value ?? Buffer.alloc(0)),
        id: headers['ce_id'] ?? '',
        time: new Date(headers['ce_time'] ?? ''),
        subject: headers['ce_subject'] ?? '',
        streamSeq: Number(headers['ce_sequence']),
      }));
  }

  async close(): Promise<void> {
    await this.consumer.stop();
  }
}
