export { KafkajsBroker, type KafkajsOptions } from './kafkajs-broker';
export { TooLargeError } from './seam';
export type {
  BatchDone,
  ConsumerOptions,
  EventAdmin,
  EventBroker,
  EventConsumer,
  EventProducer,
  EventRecord,
  ReadRecord,
  RecordBatch,
  RecordToSend,
  Watermarks,
} from './seam';
