import { Kafka, logLevel, type LogEntry } from 'kafkajs';
import { KafkajsAdmin } from './kafkajs-admin';
import { KafkajsConsumer } from './kafkajs-consumer';
import { KafkajsProducer } from './kafkajs-producer';
import { Sockets } from './sockets';
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
  constructor(private readonly options: KafkajsOptions) {}

  consumer(): EventConsumer {
    return new KafkajsConsumer((sockets) => this.client(sockets));
  }

  producer(): EventProducer {
    return new KafkajsProducer(this.client(new Sockets()));
  }

  admin(): EventAdmin {
    return new KafkajsAdmin(this.client(new Sockets()), this.options.replicationFactor);
  }

  private client(sockets: Sockets): Kafka {
    const { clientId, brokers, onRetry } = this.options;
    return new Kafka({
      clientId,
      brokers: [...brokers],
      socketFactory: sockets.factory,
      connectionTimeout: 3_000,
      requestTimeout: 30_000,
      retry: { initialRetryTime: 200, maxRetryTime: 3_000, retries: 8 },
      logLevel: logLevel.ERROR,
      logCreator: () => (entry) => onRetry({ client: entry.namespace, reason: reasonOf(entry) }),
    });
  }
}

function reasonOf({ log }: LogEntry): string {
  return typeof log['error'] === 'string' ? `${log.message}: ${log['error']}` : log.message;
}
