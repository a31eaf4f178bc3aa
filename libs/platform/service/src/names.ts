/** The names that a service goes by outside its process, apart from those of other namespaces. */
export class Names {
  /** Kafka consumer group. */
  readonly group: string;
  /** PostgreSQL schema. */
  readonly schema: string;
  private readonly topicPrefix: string;

  constructor(
    readonly service: string,
    namespace: string | undefined,
  ) {
    this.topicPrefix = namespace ? `${namespace}.` : '';
    this.group = `${this.topicPrefix}${service}`;
    this.schema = `${namespace ? `${namespace}_` : ''}${service.replaceAll('-', '_')}`;
  }

  /** A topic as the broker knows it. */
  topic(topic: string): string {
    return this.topicPrefix + topic;
  }

  /** A broker's topic as the contracts know it. */
  contractTopic(brokerTopic: string): string {
    return brokerTopic.slice(this.topicPrefix.length);
  }

  /** Where events go that a consumer of the topic could not take. */
  deadLetterTopic(topic: string): string {
    return `${topic}.dlq`;
  }
}
