import { Kafka, logLevel, type LogEntry } from 'kafkajs';
import { KafkajsAdmin } from './kafkajs-admin';
import { KafkajsConsumer } from './kafkajs-consumer';
import { KafkajsProducer } from './kafkajs-producer';
import type { EventAdmin, EventBroker, EventConsumer, EventProducer } from './seam';

export interface KafkajsOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Of topics that are made; 1 suits a single broker. */
  readonly replicationFactor: number;
  /** Told of what kafkajs retries. What it gives up on it throws, so none of this is an error. */
  readonly onRetry: (facts: { readonly client: string; readonly reason: string }) => void;
}

/** Reaches Kafka by kafkajs. */
export class KafkajsBroker implements EventBroker {
  private readonly kafka: Kafka;

  constructor(private readonly options: KafkajsOptions) {
    this.kafka = new Kafka({
      clientId: options.clientId,
      brokers: [...options.brokers],
      connectionTimeout: 3_000,
      requestTimeout: 30_000,
      retry: { initialRetryTime: 200, maxRetryTime: 3_000, retries: 8 },
      logLevel: logLevel.ERROR,
      logCreator: () => (entry) => options.onRetry({ client: entry.namespace, reason: reasonOf(entry) }),
    });
  }

  consumer(): EventConsumer {
    return new KafkajsConsumer(this.kafka);
  }

  producer(): EventProducer {
    return new KafkajsProducer(this.kafka);
  }

  admin(): EventAdmin {
    return new KafkajsAdmin(this.kafka, this.options.replicationFactor);
  }
}

function reasonOf({ log }: LogEntry): string {
  return typeof log['error'] === 'string' ? `${log.message}: ${log['error']}` : log.message;
}
