/** A record as it stands in a topic. */
export interface EventRecord {
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer | null;
}

/** A record to be sent. */
export interface RecordToSend extends EventRecord {
  readonly topic: string;
}

/** A record that was read. */
export interface ReadRecord extends EventRecord {
  readonly offset: bigint;
  /** When the broker got it, in ms since the epoch. */
  readonly timestampMs: number;
}

/** Consecutive records of one partition. */
export interface RecordBatch {
  readonly topic: string;
  readonly partition: number;
  readonly clusterId: string;
  /** At least one. */
  readonly records: readonly ReadRecord[];
  /** The offset that the partition's next record gets. */
  readonly highWatermark: bigint;
}

/** What a batch's handler wants next: the first offset that it has not done. Below the batch, it is read again. */
export interface BatchDone {
  readonly nextOffset: bigint;
}

export interface ConsumerOptions {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Batches of one partition come one after the other. A throw pauses the partition and gives the batch again. */
  onBatch(batch: RecordBatch): Promise<BatchDone>;
  /** The partitions now read by this member. */
  onAssigned(partitions: readonly { readonly topic: string; readonly partition: number }[]): void;
  /** The consumer ended for good and will not come back; the process must. */
  onCrash(error: Error): void;
}

/** Reads topics as a member of a group, from their beginning where the group is new. */
export interface EventConsumer {
  start(options: ConsumerOptions): Promise<void>;
  /** Finishes the batches in hand, leaves the group and disconnects. */
  stop(): Promise<void>;
}

/** The broker will never take what was sent: a record, or records of one partition together, are too large for it. */
export class TooLargeError extends Error {
  readonly code = 'too-large';
}

/** Sends records in order. */
export interface EventProducer {
  connect(): Promise<void>;
  /**
   * Resolves when every replica has every record. After a throw some may have arrived: send all of them again.
   *
   * @throws {TooLargeError} fewer at once may pass; one alone never will
   */
  send(records: readonly RecordToSend[]): Promise<void>;
  disconnect(): Promise<void>;
}

/** First offset that a partition holds, and the offset that its next record gets. */
export interface Watermarks {
  readonly low: bigint;
  readonly high: bigint;
}

/** Looks after topics. */
export interface EventAdmin {
  connect(): Promise<void>;
  clusterId(): Promise<string>;
  /** Makes the topics that are missing; the others stay as they are. Partitions are never added in place. */
  ensureTopics(topics: readonly string[]): Promise<void>;
  /** By partition. */
  watermarks(topic: string): Promise<ReadonlyMap<number, Watermarks>>;
  disconnect(): Promise<void>;
}

/** One way to reach a broker: a consumer, producers and an admin that behave as the contract suite says. */
export interface EventBroker {
  consumer(): EventConsumer;
  producer(): EventProducer;
  admin(): EventAdmin;
}
