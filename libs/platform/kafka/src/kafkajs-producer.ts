import { Partitioners, type Kafka, type Message, type Producer } from 'kafkajs';
import { TooLargeError, type EventProducer, type RecordToSend } from './seam';

/** An idempotent producer with one request in flight: the broker keeps the order in which records were sent. */
export class KafkajsProducer implements EventProducer {
  private producer: Producer | undefined;

  constructor(private readonly kafka: Kafka) {}

  async connect(): Promise<void> {
    if (this.producer) return;
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    this.producer = producer;
  }

  /** After a failed send the broker and the client may disagree on the sequence: a new producer starts a new one. */
  async send(records: readonly RecordToSend[]): Promise<void> {
    await this.connect();
    try {
      await this.producer?.sendBatch({ acks: -1, topicMessages: byTopic(records) });
    } catch (error) {
      await this.disconnect().catch(() => undefined);
      if (isOfSize(error)) throw new TooLargeError((error as Error).message, { cause: error });
      throw error;
    }
  }

  async disconnect(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await producer?.disconnect();
  }
}

function isOfSize(error: unknown): boolean {
  const { type, cause } = error as { type?: unknown; cause?: unknown };
  return (
    type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE' || (cause instanceof Error && isOfSize(cause))
  );
}

function byTopic(records: readonly RecordToSend[]): { topic: string; messages: Message[] }[] {
  const topics = new Map<string, Message[]>();
  for (const { topic, key, value, headers } of records) {
    const messages = topics.get(topic) ?? [];
    topics.set(topic, messages);
    messages.push({ key, value, headers: { ...headers } });
  }
  return [...topics].map(([topic, messages]) => ({ topic, messages }));
}
