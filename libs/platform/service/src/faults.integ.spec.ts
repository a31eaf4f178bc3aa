import { TransferSeen } from '@tributary/events';
import { DataSource } from '@tributary/platform-postgres';
import {
  bearer,
  eventRecord,
  OwnKafka,
  seenTransfer,
  sendRecords,
  serviceEnv,
  TcpProxy,
  testNamespace,
  until,
} from '@tributary/testing';
import { TallyModule } from './fixtures/tally-service';
import { startService, type RunningService } from './start-service';

jest.setTimeout(180_000);

const COUNT = 300;

async function send(namespace: string, from: number, brokers?: string): Promise<void> {
  const txs = Array.from({ length: COUNT }, (_, i) => from + i);
  await sendRecords(
    txs.map((tx) => eventRecord(namespace, TransferSeen, tx, seenTransfer(tx))),
    brokers,
  );
}

async function untilOnceEach(service: RunningService, upTo: number): Promise<void> {
  const rows = await until(
    'every transfer took effect',
    async () => {
      const all: { transfer_id: string }[] = await service
        .get(DataSource)
        .query('SELECT transfer_id FROM tally ORDER BY place');
      return all.length >= upTo && all;
    },
    { withinMs: 90_000 },
  );
  expect(rows.map((row) => row.transfer_id)).toEqual(
    Array.from({ length: upTo }, (_, i) => seenTransfer(i + 1).transferId),
  );
}

it('a database that goes away and returns costs nothing but time', async () => {
  const namespace = testNamespace();
  const direct = new URL(serviceEnv(namespace)['DATABASE_URL'] ?? '');
  const proxy = await TcpProxy.start({ host: direct.hostname, port: Number(direct.port) });
  const through = new URL(direct);
  through.host = `127.0.0.1:${proxy.port}`;
  const service = await startService(TallyModule, { env: serviceEnv(namespace, { DATABASE_URL: through.href }) });
  await send(namespace, 1);
  await until(
    'some took effect',
    async () => (await service.get(DataSource).query('SELECT 1 FROM tally LIMIT 1')).length > 0,
    { everyMs: 2 },
  );
  proxy.cut();
  expect((await fetch(`${service.url}/health/ready`)).status).toBe(503);
  expect((await fetch(`${service.url}/tally`, { headers: await bearer('auditor') })).status).toBe(503);
  await send(namespace, COUNT + 1);
  proxy.mend();
  await untilOnceEach(service, 2 * COUNT);
  expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
  await service.stop();
  await proxy.stop();
});

it('a broker that is killed and returns costs nothing but time', async () => {
  const kafka = await OwnKafka.start();
  const { brokers } = kafka;
  const namespace = testNamespace();
  const service = await startService(TallyModule, { env: serviceEnv(namespace, { KAFKA_BROKERS: brokers }) });
  await send(namespace, 1, brokers);
  await until(
    'some took effect',
    async () => (await service.get(DataSource).query('SELECT 1 FROM tally LIMIT 1')).length > 0,
    { everyMs: 2 },
  );
  await kafka.killAndReturn();
  await send(namespace, COUNT + 1, brokers);
  await untilOnceEach(service, 2 * COUNT);
  await until(
    'every event is published',
    async () => (await service.get(DataSource).query('SELECT 1 FROM producer_outbox')).length === 0,
    { withinMs: 60_000 },
  );
  await service.stop();
  await kafka.stop();
});
