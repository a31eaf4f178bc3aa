import { itBehavesAsABroker } from './broker-contract';
import { KafkajsBroker } from './kafkajs-broker';

jest.setTimeout(60_000);

describe('kafkajs', () => {
  itBehavesAsABroker(
    (clientId) =>
      new KafkajsBroker({
        brokers: (process.env['KAFKA_BROKERS'] ?? '').split(','),
        clientId,
        replicationFactor: 1,
        onRetry: () => undefined,
      }),
  );
});

it('a consumer does not start without a broker, and says which it tried', async () => {
  const broker = new KafkajsBroker({
    brokers: ['127.0.0.1:1'],
    clientId: 'nobody',
    replicationFactor: 1,
    onRetry: () => undefined,
  });
  const consumer = broker.consumer();
  await expect(
    consumer.start({
      groupId: 'g',
      topics: ['t'],
      onBatch: async () => ({ nextOffset: 0n }),
      onAssigned: () => undefined,
      onCrash: () => undefined,
    }),
  ).rejects.toThrow(/ECONNREFUSED/);
  await consumer.stop();
});
