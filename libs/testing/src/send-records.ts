import { KafkajsBroker, type RecordToSend } from '@tributary/platform-kafka';
import { partsEnv } from './parts';

/** Puts records into topics as they are: what no service of ours would send, or would send once. */
export async function sendRecords(records: readonly RecordToSend[], brokers = partsEnv().KAFKA_BROKERS): Promise<void> {
  const broker = new KafkajsBroker({
    brokers: brokers.split(','),
    clientId: 'send-records',
    replicationFactor: 1,
    onRetry: () => undefined,
  });
  const admin = broker.admin();
  await admin.connect();
  await admin.ensureTopics([...new Set(records.map((record) => record.topic))]);
  await admin.disconnect();
  const producer = broker.producer();
  await producer.connect();
  await producer.send(records);
  await producer.disconnect();
}
