import { AssignerProtocol, Kafka, logLevel, PartitionAssigners, type PartitionAssigner } from 'kafkajs';
import { ClientOpened, TransferSeen } from '@tributary/events';
import { migrate, postgresDataSource } from '@tributary/platform-postgres';
import {
  bearer,
  eventRecord,
  partsEnv,
  seenTransfer,
  sendRecords,
  serviceEnv,
  ServiceProcess,
  testNamespace,
  TraceCollector,
  until,
} from '@tributary/testing';

jest.setTimeout(120_000);

const MAIN = 'libs/platform/service/src/fixtures/tally-main.ts';

const strangeAssigner: PartitionAssigner = (given) => ({
  ...PartitionAssigners.roundRobin(given),
  name: 'strange',
  protocol: ({ topics }) => ({
    name: 'strange',
    metadata: AssignerProtocol.MemberMetadata.encode({ version: 1, topics, userData: Buffer.alloc(0) }),
  }),
});

async function tallied(service: ServiceProcess): Promise<string[]> {
  const answer = await fetch(`${service.url}/tally`, { headers: await bearer('auditor') });
  return ((await answer.json()) as { transfers: string[] }).transfers;
}

it('all bad variables are told at once, and the service ends with 1', async () => {
  const service = ServiceProcess.spawn(MAIN, { PORT: 'eighty', DATABASE_URL: 'mysql://x', NAMESPACE: 'A-b' });
  expect(await service.exit()).toBe(1);
  const said = service.stderr.join('\n');
  expect(said).toMatch(/^ {2}PORT: /m);
  expect(said).toMatch(/^ {2}KAFKA_BROKERS: .*\(not set\)$/m);
  expect(said).toMatch(/^ {2}OIDC_ISSUER: must be the issuer URL of an OpenID provider \(not set\)$/m);
  expect(said).toMatch(/^ {2}DATABASE_URL: must be a URL such as postgres:/m);
  expect(said).toMatch(/^ {2}NAMESPACE: must be lower-case/m);
});

it('a killed service goes on where it was: nothing lost, nothing twice; SIGTERM ends it with 0, a broken fence with 1', async () => {
  const namespace = testNamespace();
  const transfers = Array.from({ length: 600 }, (_, i) => seenTransfer(i + 1));
  await sendRecords(transfers.map((transfer, i) => eventRecord(namespace, TransferSeen, i + 1, transfer)));
  const killed = await ServiceProcess.start(MAIN, serviceEnv(namespace));
  await until('it is in the midst of them', async () => (await tallied(killed)).length > 0, { everyMs: 1 });
  await killed.end('SIGKILL');

  const stopped = await ServiceProcess.start(MAIN, serviceEnv(namespace));
  await until('all took effect', async () => (await tallied(stopped)).length >= transfers.length);
  expect(await tallied(stopped)).toEqual(transfers.map(({ transferId }) => transferId));
  expect(await stopped.end('SIGTERM')).toBe(0);

  const schema = `${namespace}_tally`;
  const db = postgresDataSource({
    url: partsEnv().DATABASE_URL,
    schema,
    applicationName: 'test',
    entities: [],
    onPoolError: () => undefined,
  });
  await db.initialize();
  expect(await migrate(db, schema, [])).toEqual([]);
  expect(await db.query('SELECT count(*)::int AS pending FROM producer_outbox')).toEqual([{ pending: 0 }]);
  await db.query(`UPDATE consumer_fence SET cluster_id = 'another'`);
  await db.destroy();
  await sendRecords([eventRecord(namespace, TransferSeen, 601, seenTransfer(601))]);
  const fenced = ServiceProcess.spawn(MAIN, serviceEnv(namespace));
  expect(await fenced.exit()).toBe(1);
});

it('a consumer that the broker refuses for good ends the process with 1', async () => {
  const namespace = testNamespace();
  await sendRecords([eventRecord(namespace, TransferSeen, 1, seenTransfer(1))]);
  const kafka = new Kafka({ brokers: partsEnv().KAFKA_BROKERS.split(','), logLevel: logLevel.NOTHING });
  const stranger = kafka.consumer({
    groupId: `${namespace}.tally`,
    // Another way of sharing partitions: the broker lets no member in that does not know it.
    partitionAssigners: [strangeAssigner],
  });
  await stranger.connect();
  await stranger.subscribe({ topic: `${namespace}.${TransferSeen.topic}` });
  const joined = new Promise((resolve) => stranger.on(stranger.events.GROUP_JOIN, resolve));
  await stranger.run({ eachMessage: async () => undefined });
  await joined;

  try {
    const refused = ServiceProcess.spawn(MAIN, serviceEnv(namespace));
    expect(await refused.exit()).toBe(1);
    expect(refused.log).toContainEqual(expect.objectContaining({ msg: 'Service cannot go on' }));
  } finally {
    await stranger.disconnect();
  }
});

it('one trace spans the transfer that came in, its handling, its database work and the event that went out', async () => {
  const namespace = testNamespace();
  const collector = await TraceCollector.start();
  const traceId = 'a'.repeat(32);
  const traceparent = `00-${traceId}-${'b'.repeat(16)}-01`;
  const service = await ServiceProcess.start(
    MAIN,
    serviceEnv(namespace, { ...collector.env, OTEL_SERVICE_NAME: 'tally' }),
  );
  await sendRecords([eventRecord(namespace, TransferSeen, 1, seenTransfer(1), { traceparent })]);
  const publish = await until('the publishing is traced', () =>
    collector.spans.find((span) => span.traceId === traceId && span.name === `publish ${ClientOpened.fullName}`),
  );
  const trace = collector.traceOf(publish);
  const handle = trace.find(({ spanId }) => spanId === publish.parentSpanId);
  expect(handle).toMatchObject({
    service: 'tally',
    name: `handle ${TransferSeen.fullName}`,
    parentSpanId: 'b'.repeat(16),
  });
  expect(trace.filter(({ parentSpanId }) => parentSpanId === handle?.spanId).map(({ name }) => name)).toContainEqual(
    expect.stringMatching(/^pg\.query:INSERT/),
  );
  await fetch(`${service.url}/tally`);
  await until('the request is named by its route', () => collector.spans.some(({ name }) => name === 'GET /tally'));
  await service.end();
  await collector.stop();
});
