export { eventRecord, seenTransfer } from './event-record';
export { OwnKafka } from './own-kafka';
export { partsEnv, serviceEnv, testNamespace } from './parts';
export { sendRecords } from './send-records';
export { ServiceProcess } from './service-process';
export { TcpProxy } from './tcp-proxy';
export { TopicTap } from './topic-tap';
export { TraceCollector, type CollectedSpan } from './trace-collector';
export { until } from './until';
