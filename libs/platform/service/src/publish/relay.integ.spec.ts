import { ClientOpened } from '@tributary/events';
import { DataSource, Outbox, OutboxReader } from '@tributary/platform-postgres';
import { serviceEnv, testNamespace, TopicTap, until } from '@tributary/testing';
import { TallyModule } from '../fixtures/tally-service';
import { Outgoing } from './outgoing';
import { Relay } from './relay';
import { startService, type RunningService } from '../start-service';
import { Transactor } from './transactor';

jest.setTimeout(60_000);

const WRITERS = 12;
const STREAMS = 50;
const TRANSACTIONS_PER_WRITER = 60;

let namespace: string;
let service: RunningService;

beforeAll(async () => {
  namespace = testNamespace();
  service = await startService(TallyModule, { env: serviceEnv(namespace) });
});
afterAll(() => service.stop());

function opened(client: number, version: number) {
  return ClientOpened.of({
    clientId: `client-${client}`,
    version,
    occurredAt: new Date(),
    maker: 'test',
    checker: null,
  });
}

it('twelve writers over fifty streams: each stream arrives whole and in its order', async () => {
  const transactor = service.get(Transactor);
  let version = 0;
  const writer = async (): Promise<void> => {
    for (let i = 0; i < TRANSACTIONS_PER_WRITER; i += 1) {
      const clients = Array.from({ length: 1 + (i % 4) }, () => Math.floor(Math.random() * STREAMS));
      await transactor.run(async () => ({ events: clients.map((client) => opened(client, ++version)) }));
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  const tap = await TopicTap.open(`${namespace}.${ClientOpened.topic}`);
  await until('every event is published', () => tap.records.length >= version);

  const seqs = new Map<string, number[]>();
  for (const event of tap.events(ClientOpened)) {
    seqs.set(event.subject, [...(seqs.get(event.subject) ?? []), event.streamSeq]);
  }
  for (const inOrder of seqs.values()) expect(inOrder).toEqual(inOrder.map((_, place) => place + 1));
  expect(new Set(tap.events(ClientOpened).map(({ payload }) => payload.version)).size).toBe(version);
  await tap.close();
});

it('a row that becomes visible after a later one is still read', async () => {
  const dataSource = service.get(DataSource);
  const [reader, outbox, outgoing] = [service.get(OutboxReader), service.get(Outbox), service.get(Outgoing)];
  const slow = dataSource.createQueryRunner();
  await slow.startTransaction();
  await outbox.add(slow.manager, [outgoing.recordOf(opened(900, 1))]);
  await dataSource.transaction((tx) => outbox.add(tx, [outgoing.recordOf(opened(901, 1))]));
  const tap = await TopicTap.open(`${namespace}.${ClientOpened.topic}`);
  const keys = (): (string | null)[] => tap.records.map((record) => record.key);
  await until('the quick one is published', () => keys().includes('client/client-901'));
  expect(keys()).not.toContain('client/client-900');
  await slow.commitTransaction();
  await until('the slow one is published', () => keys().includes('client/client-900'));
  await until('it is forgotten', async () => (await reader.read(dataSource.manager, 10)).length === 0);
  await slow.release();
  await tap.close();
});

it('a row that the broker finds too large is set aside, and the others go on', async () => {
  const dataSource = service.get(DataSource);
  const row = (key: string, bytes: number) => ({
    topic: ClientOpened.topic,
    key,
    headers: {},
    value: Buffer.alloc(bytes),
  });
  await service.get(Outbox).store(dataSource.manager, [row('before', 10), row('large', 1_500_000), row('after', 10)]);
  service.get(Relay).kick();
  const tap = await TopicTap.open(`${namespace}.${ClientOpened.topic}`);
  await until('the others are published', () => tap.records.some(({ key }) => key === 'after'));
  expect(tap.records.map(({ key }) => key)).toEqual(expect.arrayContaining(['before', 'after']));
  expect(tap.records.map(({ key }) => key)).not.toContain('large');
  const pipeline = await (await fetch(`${service.url}/health/pipeline`)).json();
  expect(pipeline).toMatchObject({ outbox: { pending: 0, setAside: 1 } });
  await tap.close();
});

it('a relay that fails lets go of its lock and shows in Health; another instance publishes', async () => {
  const other = testNamespace();
  class Unreadable extends OutboxReader {
    override read: OutboxReader['read'] = async () => {
      throw new Error('no more reading');
    };
  }
  const first = await startService(TallyModule, {
    env: serviceEnv(other),
    replace: [{ provide: OutboxReader, useClass: Unreadable }],
  });
  await until('Health shows it', async () => {
    const pipeline = (await (await fetch(`${first.url}/health/pipeline`)).json()) as {
      failing: { publishing: { error: string } | null };
    };
    return pipeline.failing.publishing?.error === 'no more reading';
  });
  const second = await startService(TallyModule, { env: serviceEnv(other) });
  await second.get(Transactor).run(async () => ({ events: [opened(1, 1)] }));
  const tap = await TopicTap.open(`${other}.${ClientOpened.topic}`);
  await until('the second relays', () => tap.records.length === 1);
  await Promise.all([tap.close(), second.stop(), first.stop()]);
});

it('of two instances one relays, and the other takes over when that stops', async () => {
  const other = testNamespace();
  const first = await startService(TallyModule, { env: serviceEnv(other) });
  const second = await startService(TallyModule, { env: serviceEnv(other) });
  await first.stop();
  await second.get(Transactor).run(async () => ({ events: [opened(1, 1)] }));
  const tap = await TopicTap.open(`${other}.${ClientOpened.topic}`);
  await until('the second relays', () => tap.records.length === 1);
  await Promise.all([tap.close(), second.stop()]);
});
