import { Injectable } from '@nestjs/common';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { FenceError } from '@tributary/platform-postgres';
import type { BatchDone, EventBroker, EventConsumer, RecordBatch } from '@tributary/platform-kafka';
import { logger } from '@tributary/platform-telemetry';
import { ConsumeBatch } from './consume-batch';
import { Failing } from '../failing';
import { Names } from '../names';
import { Topics } from '../topics';

/** Records of one transaction: small enough for short locks, large enough to spread their cost. */
const RECORDS_PER_TRANSACTION = 200;
const RETRY_MS = 2_000;

/**
 * Nest's way in from Kafka. It calls the handlers of the service's bindings itself: Nest 11 turns the throw of an
 * `@EventPattern` handler into a resolved Observable, and the transaction around it would commit.
 */
@Injectable()
export class KafkaStrategy extends Server<{ crash: (error: Error) => void }> implements CustomTransportStrategy {
  /** Joining the group, and each partition whose batch is tried again. */
  readonly failing = new Failing();
  private consumer: EventConsumer | undefined;
  private stopping = false;
  private assigned = false;
  private onCrash: (error: Error) => void = () => undefined;

  constructor(
    private readonly broker: EventBroker,
    private readonly topics: Topics,
    private readonly names: Names,
    private readonly consumeBatch: ConsumeBatch,
  ) {
    super();
  }

  /** True once the group has given this member its share, which may be empty. */
  get joined(): boolean {
    return this.assigned || this.topics.consumed.length === 0;
  }

  /** Names what to do when the consumer has ended for good or the fence is broken. */
  override on<E extends 'crash', C extends (error: Error) => void>(_event: E, callback: C): void {
    this.onCrash = callback;
  }

  override unwrap<T>(): T {
    return this.consumer as T;
  }

  /** Waits for the broker, however long it takes; then makes the topics and joins the group. */
  async listen(callback: (error?: Error) => void): Promise<void> {
    while (!this.stopping) {
      try {
        await this.topics.ensure();
        if (this.topics.consumed.length > 0) await this.join();
        this.failing.recovered('group');
        return callback();
      } catch (error) {
        this.failing.failed('group', error);
        logger.warn({ reason: (error as Error).message }, 'Kafka is not ready; trying again');
        await this.consumer?.stop().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    callback();
  }

  /** Finishes the batch in hand and leaves the group. */
  async close(): Promise<void> {
    this.stopping = true;
    await this.consumer?.stop();
    await this.topics.disconnect();
  }

  private async join(): Promise<void> {
    this.consumer = this.broker.consumer();
    await this.consumer.start({
      groupId: this.names.group,
      topics: this.topics.consumed.map((topic) => this.names.topic(topic)),
      onBatch: (batch) => this.onBatch(batch),
      onAssigned: () => {
        this.assigned = true;
        this.failing.clear();
      },
      onCrash: (error) => this.onCrash(error),
    });
  }

  private async onBatch({ topic, partition, clusterId, records }: RecordBatch): Promise<BatchDone> {
    const contractTopic = this.names.contractTopic(topic);
    try {
      let nextOffset = 0n;
      for (let start = 0; start < records.length; start += RECORDS_PER_TRANSACTION) {
        const part = records.slice(start, start + RECORDS_PER_TRANSACTION);
        const firstOffset = part[0]?.offset ?? 0n;
        nextOffset = await this.consumeBatch.run({
          topic: contractTopic,
          partition,
          clusterId,
          firstOffset,
          records: part,
          watermarks: () => this.topics.watermarks(contractTopic, partition),
        });
        if (this.stopping || nextOffset < firstOffset) break;
      }
      this.failing.recovered(`${topic}/${partition}`);
      return { nextOffset };
    } catch (error) {
      this.failing.failed(`${topic}/${partition}`, error);
      if (error instanceof FenceError) this.onCrash(error);
      else logger.warn({ topic, partition, error }, 'Consuming failed; the batch will be tried again');
      throw error;
    }
  }
}
