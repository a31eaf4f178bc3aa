import type { Admin, Consumer, EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import type { ConsumerOptions, EventConsumer, ReadRecord } from './seam';
import { Sockets } from './sockets';
import { Switch } from './switch';

/** Longest wait for a join that is under way. */
const JOIN_MS = 10_000;
const HEARTBEAT_MS = 3_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;

/** Reads as a member of a Kafka group; offsets are committed as a hint only after a batch is done. */
export class KafkajsConsumer implements EventConsumer {
  private readonly sockets = new Sockets();
  private readonly kafka: Kafka;
  private readonly admin: Admin;
  private consumer: Consumer | undefined;
  private stopping = false;
  /** Whether kafkajs is reading, and not on its way into the group: only then does its stop work. */
  private readonly reading = new Switch();
  private clusterId: Promise<string> | undefined;
  private readonly pausesMs = new Map<string, number>();

  constructor(connect: (sockets: Sockets) => Kafka) {
    this.kafka = connect(this.sockets);
    this.admin = this.kafka.admin();
  }

  async start(options: ConsumerOptions): Promise<void> {
    const consumer = this.kafka.consumer({
      groupId: options.groupId,
      sessionTimeout: 10_000,
      rebalanceTimeout: 30_000,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: 500,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 300, maxRetryTime: 5_000, retries: 8, restartOnFailure: async () => !this.stopping },
    });
    this.consumer = consumer;
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.reading.set(false);
      if (!payload.restart && !this.stopping) options.onCrash(payload.error);
    });
    consumer.on(consumer.events.FETCH_START, () => this.reading.set(true));
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.clusterId = undefined;
      options.onAssigned(
        Object.entries(payload.memberAssignment).flatMap(([topic, partitions]) =>
          partitions.map((partition) => ({ topic, partition })),
        ),
      );
    });
    await this.admin.connect();
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 3,
      eachBatch: (payload) => this.eachBatch(payload, options),
    });
    await this.reading.isOn(JOIN_MS);
  }

  /** kafkajs forgets a stop that comes while it joins; so that is waited for, and a straggler loses its connections. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.consumer) await this.reading.isOn(JOIN_MS);
    await this.consumer?.disconnect();
    await this.admin.disconnect();
    this.sockets.end();
  }

  private async eachBatch(payload: EachBatchPayload, options: ConsumerOptions): Promise<void> {
    const { batch } = payload;
    if (!payload.isRunning() || payload.isStale() || batch.isEmpty()) return;
    const { topic, partition } = batch;
    const heart = setInterval(() => void payload.heartbeat().catch(() => undefined), HEARTBEAT_MS);
    try {
      const { nextOffset } = await options.onBatch({
        topic,
        partition,
        clusterId: await this.currentClusterId(),
        records: batch.messages.map(recordOf),
        highWatermark: BigInt(batch.highWatermark),
      });
      this.pausesMs.delete(`${topic}/${partition}`);
      this.goOn(payload, nextOffset);
      await this.hint(payload, nextOffset);
    } catch (error) {
      if (isOfGroup(error)) throw error;
      this.pause(payload);
    } finally {
      clearInterval(heart);
    }
  }

  /** Moves to the offset that the handler names. */
  private goOn({ batch, resolveOffset }: EachBatchPayload, next: bigint): void {
    const { topic, partition } = batch;
    if (next === BigInt(batch.lastOffset()) + 1n) resolveOffset(batch.lastOffset());
    else this.consumer?.seek({ topic, partition, offset: next.toString() });
  }

  /** Commits the offset for tools to see; whoever goes on from it asks the fence first, so a failure costs nothing. */
  private async hint({ batch, commitOffsetsIfNecessary }: EachBatchPayload, next: bigint): Promise<void> {
    const { topic, partition } = batch;
    const offsets = { topics: [{ topic, partitions: [{ partition, offset: next.toString() }] }] };
    await commitOffsetsIfNecessary(offsets).catch((error: unknown) => {
      if (isOfGroup(error)) throw error;
    });
  }

  /** Nothing of the batch is resolved, so the same records come again once the pause ends; it doubles each time. */
  private pause({ batch, pause }: EachBatchPayload): void {
    const place = `${batch.topic}/${batch.partition}`;
    const pauseMs = this.pausesMs.get(place) ?? FIRST_PAUSE_MS;
    this.pausesMs.set(place, Math.min(pauseMs * 2, LONGEST_PAUSE_MS));
    const resume = pause();
    setTimeout(() => this.stopping || resume(), pauseMs).unref();
  }

  private currentClusterId(): Promise<string> {
    this.clusterId ??= this.admin.describeCluster().then(({ clusterId }) => clusterId);
    this.clusterId.catch(() => (this.clusterId = undefined));
    return this.clusterId;
  }
}

/** The group is rebalancing or has thrown us out: kafkajs must rejoin, not wait. */
function isOfGroup(error: unknown): boolean {
  const { type } = error as { type?: unknown };
  return typeof type === 'string' && /REBALANCE|UNKNOWN_MEMBER_ID|ILLEGAL_GENERATION|FENCED_INSTANCE/.test(type);
}

function recordOf(message: KafkaMessage): ReadRecord {
  return {
    offset: BigInt(message.offset),
    timestampMs: Number(message.timestamp),
    key: message.key?.toString('utf8') ?? null,
    value: message.value,
    headers: textHeaders(message.headers ?? {}),
  };
}

function textHeaders(headers: IHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(Array.isArray(value) ? value[0] : (value ?? ''))]),
  );
}
