import { randomBytes } from 'node:crypto';
import { ClientOpened, TransferSeen } from '@tributary/events';
import { DataSource, Fence, FenceError, Inbox, RetryableError } from '@tributary/platform-postgres';
import {
  bearer,
  eventRecord,
  seenTransfer,
  sendRecords,
  serviceEnv,
  testNamespace,
  TopicTap,
  until,
} from '@tributary/testing';
import { ConsumeBatch, type Batch } from './consume/consume-batch';
import { TallyModule, TallyTransfer } from './fixtures/tally-service';
import { startService, type RunningService, type StartOptions } from './start-service';

jest.setTimeout(60_000);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a JSON reply, which each test looks into
type Json = any;

const CHAIN = 'eip155:31337';
const running: RunningService[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
});

async function start(namespace: string, options: Omit<StartOptions, 'env'> = {}): Promise<RunningService> {
  const service = await startService(TallyModule, { env: serviceEnv(namespace), ...options });
  running.push(service);
  return service;
}

/** Sends TransferSeen events of one chain; place in the list is place in the stream, from `firstSeq`. */
async function send(namespace: string, txs: readonly number[], firstSeq = 1): Promise<void> {
  await sendRecords(txs.map((tx, i) => eventRecord(namespace, TransferSeen, firstSeq + i, seenTransfer(tx))));
}

/** Transactions in the order in which they took effect. */
async function tallied(service: RunningService): Promise<number[]> {
  const rows: { transfer_id: string }[] = await service
    .get(DataSource)
    .query('SELECT transfer_id FROM tally ORDER BY place');
  return rows.map((row) => Number(row.transfer_id.split('/')[1]));
}

async function untilTallied(service: RunningService, txs: readonly number[]): Promise<void> {
  await until(`${txs.join()} took effect`, async () => (await tallied(service)).length >= txs.length);
  expect(await tallied(service)).toEqual(txs);
}

async function parked(service: RunningService): Promise<{ subject: string; code: string; events: number }[]> {
  const reply = await fetch(`${service.url}/tally/dead-letters`, { headers: await bearer('auditor') });
  return ((await reply.json()) as { parked: { subject: string; code: string; events: number }[] }).parked;
}

async function replay(
  service: RunningService,
  subject: string,
  operator: { readonly acceptGap?: boolean; readonly discardFirst?: boolean } = {},
): Promise<{ status: number; body: Json }> {
  const reply = await fetch(`${service.url}/tally/dead-letters/replay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await bearer('operator')) },
    body: JSON.stringify({ subject, ...operator }),
  });
  return { status: reply.status, body: await reply.json() };
}

it('a throwing handler commits nothing: no effect, no event, no inbox row', async () => {
  const namespace = testNamespace();
  const service = await start(namespace);
  const opened = await TopicTap.open(`${namespace}.${ClientOpened.topic}`);
  service.get(TallyTransfer).fault = ({ block }) => {
    if (block.height === 1) throw new Error('no');
  };
  await send(namespace, [1, 2]);
  await untilTallied(service, [2]);
  await until('the other event is published', () => opened.records.length === 1);
  expect(opened.events(ClientOpened).map(({ payload }) => payload.clientId)).toEqual([seenTransfer(2).transferId]);
  const inbox: unknown[] = await service.get(DataSource).query('SELECT event_id FROM consumer_inbox');
  expect(inbox).toEqual([{ event_id: TransferSeen.idOf(seenTransfer(2)) }]);
  await opened.close();
});

it('an event that was sent twice takes effect once: the inbox', async () => {
  const namespace = testNamespace();
  const service = await start(namespace);
  await send(namespace, [1, 2]);
  await send(namespace, [1, 2, 3]);
  await untilTallied(service, [1, 2, 3]);
  expect(await parked(service)).toEqual([]);
});

it('records that are read again take effect once: the fence, even without the inbox', async () => {
  const namespace = testNamespace();
  class NoInbox extends Inbox {
    override admit: Inbox['admit'] = async (_tx, _at, arrivals) => arrivals;
  }
  const service = await start(namespace, { replace: [{ provide: Inbox, useClass: NoInbox }] });
  const batch = batchOf(namespace, [1, 2]);
  expect(await service.get(ConsumeBatch).run(batch)).toBe(2n);
  expect(await service.get(ConsumeBatch).run(batch)).toBe(2n);
  expect(await tallied(service)).toEqual([1, 2]);
});

it('a consumer that lost its partition without knowing changes nothing: the zombie waits at the fence and finds its work done', async () => {
  const namespace = testNamespace();
  const zombie = await start(namespace);
  const heir = await start(namespace);
  let wake: () => void = () => undefined;
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  let entered = false;
  heir.get(TallyTransfer).fault = () => {
    entered = true;
    return asleep;
  };
  const batch = batchOf(namespace, [1]);
  const first = heir.get(ConsumeBatch).run(batch);
  await until('the heir is inside its transaction', () => entered);
  const second = zombie.get(ConsumeBatch).run(batch);
  wake();
  expect(await Promise.all([first, second])).toEqual([1n, 1n]);
  expect(await tallied(heir)).toEqual([1]);
});

it('without the fence a zombie writes twice: the test above can fail', async () => {
  const namespace = testNamespace();
  class NoFence extends Fence {
    override pass: Fence['pass'] = async (_tx, at) => ({ from: at.firstOffset });
  }
  class NoInbox extends Inbox {
    override admit: Inbox['admit'] = async (_tx, _at, arrivals) => arrivals;
  }
  const replace = [
    { provide: Fence, useClass: NoFence },
    { provide: Inbox, useClass: NoInbox },
  ];
  const service = await start(namespace, { replace });
  const batch = batchOf(namespace, [1]);
  await service.get(ConsumeBatch).run(batch);
  await service.get(DataSource).query('DELETE FROM consumer_stream');
  await service.get(ConsumeBatch).run(batch);
  expect(await tallied(service)).toEqual([1, 1]);
});

it('a batch that starts beyond the fence is read again from there; what the broker no longer has is passed over', async () => {
  const namespace = testNamespace();
  const service = await start(namespace);
  const ahead: Batch = { ...batchOf(namespace, [6], 6), firstOffset: 5n };
  const from = (low: bigint): Batch => ({ ...ahead, watermarks: async () => ({ low, high: 9n }) });
  expect(await service.get(ConsumeBatch).run(from(0n))).toBe(0n);
  expect(await service.get(ConsumeBatch).run(from(5n))).toBe(6n);
  expect(await parked(service)).toMatchObject([{ subject: CHAIN, code: 'sequence-gap' }]);
});

it('events of another cluster stop the service', async () => {
  const namespace = testNamespace();
  const crashes: Error[] = [];
  const service = await start(namespace, { onCrash: (error) => crashes.push(error) });
  await send(namespace, [1]);
  await untilTallied(service, [1]);
  await service.get(DataSource).query(`UPDATE consumer_fence SET cluster_id = 'another'`);
  await send(namespace, [2], 2);
  await until('the service stops', () => crashes.length > 0);
  expect(crashes[0]).toBeInstanceOf(FenceError);
  expect(crashes[0]?.message).toMatch(/Kafka cluster another, but KAFKA_BROKERS leads to/);
  expect(await tallied(service)).toEqual([1]);
});

it('a log that is shorter than what was consumed of it stops the service', async () => {
  const namespace = testNamespace();
  const service = await start(namespace);
  await service.get(ConsumeBatch).run(batchOf(namespace, [1, 2, 3]));
  const cut: Batch = { ...batchOf(namespace, [4]), watermarks: async () => ({ low: 0n, high: 1n }) };
  await expect(service.get(ConsumeBatch).run(cut)).rejects.toThrow(
    /ends at offset 1, but 3 events of it were consumed/,
  );
});

it('poison parks its subject, others of the chain go on, and a replay restores its order', async () => {
  const namespace = testNamespace();
  const service = await start(namespace);
  const dlq = await TopicTap.open(`${namespace}.${TransferSeen.topic}.dlq`);
  let broken = true;
  service.get(TallyTransfer).fault = ({ block }) => {
    if (broken && block.height === 2) throw new Error('unheard of');
  };
  const again = { ...seenTransfer(2), occurrence: 1 };
  await sendRecords([
    ...[1, 2, 3].map((tx) => eventRecord(namespace, TransferSeen, tx, seenTransfer(tx))),
    eventRecord(namespace, TransferSeen, 4, again),
    eventRecord(namespace, TransferSeen, 5, seenTransfer(5)),
  ]);
  await untilTallied(service, [1, 3, 5]);
  const subject = seenTransfer(2).transferId;
  expect(await parked(service)).toMatchObject([{ subject, code: 'Error', error: 'unheard of', events: 2 }]);
  await until('the dead letter is published', () => dlq.records.length === 1);
  expect(dlq.records[0]?.headers).toMatchObject({
    ce_subject: subject,
    tributary_consumer: 'tally',
    tributary_error: 'unheard of',
  });

  expect(await replay(service, subject)).toMatchObject({
    status: 409,
    body: { type: 'urn:tributary:problem:replay-failed' },
  });
  broken = false;
  expect(await replay(service, subject)).toEqual({ status: 200, body: { subject, replayed: 2, discarded: 0 } });
  expect(await parked(service)).toEqual([]);
  await send(namespace, [6], 6);
  await untilTallied(service, [1, 3, 5, 2, 2, 6]);
  expect(await replay(service, subject)).toMatchObject({ status: 404 });
  await dlq.close();
});

it('undecodable bytes and an unreadable envelope are dead letters; a resend of a parked event stays one', async () => {
  const namespace = testNamespace();
  const service = await start(namespace);
  const bad = { ...eventRecord(namespace, TransferSeen, 1, seenTransfer(1)), value: Buffer.from('nonsense') };
  const bare = { ...eventRecord(namespace, TransferSeen, 1, seenTransfer(9, 'eip155:1')), headers: {} };
  await sendRecords([bad, bad, eventRecord(namespace, TransferSeen, 2, seenTransfer(2)), bare]);
  await untilTallied(service, [2]);
  const letters = await until('both are parked', async () => {
    const all = await parked(service);
    return all.length === 2 && all;
  });
  expect(letters).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ subject: seenTransfer(1).transferId, code: 'event-format', events: 1 }),
      expect.objectContaining({ subject: 'eip155:1', code: 'envelope-unreadable', events: 1 }),
    ]),
  );
});

it('an operator may discard what can never be read; what waited behind it goes on', async () => {
  const namespace = testNamespace();
  const service = await start(namespace);
  const event = (tx: number) => eventRecord(namespace, TransferSeen, tx, seenTransfer(tx));
  const foreign = { ...event(9), headers: {} };
  const undecodable = { ...event(2), value: Buffer.from('nonsense') };
  await sendRecords([event(1), foreign, undecodable, event(3)]);
  await until('the chain is parked', async () => (await parked(service))[0]?.events === 3);
  expect(await replay(service, CHAIN)).toMatchObject({ status: 409 });
  expect(await replay(service, CHAIN, { discardFirst: true })).toMatchObject({ status: 409 });
  expect(await replay(service, CHAIN, { discardFirst: true })).toMatchObject({ body: { discarded: 1, replayed: 1 } });
  await sendRecords([event(4), undecodable]);
  await untilTallied(service, [1, 3, 4]);
  expect(await parked(service)).toEqual([]);
});

it('what PostgreSQL cannot store stops nobody: it is parked under a name of its own, or is taken', async () => {
  const namespace = testNamespace();
  const service = await start(namespace);
  const dlq = await TopicTap.open(`${namespace}.${TransferSeen.topic}.dlq`);
  const event = (tx: number, headers: Record<string, string> = {}) =>
    eventRecord(namespace, TransferSeen, tx, seenTransfer(tx), headers);
  const noise = (): string =>
    Array.from({ length: 64 }, () => String.fromCharCode(Math.random() * 256)).join('') + '\0';
  const long = randomBytes(4_000).toString('hex');
  const unstorable = [
    { ...event(2), key: null },
    { ...event(2), key: noise() },
    { ...event(2), key: long },
    { ...event(2), key: null, value: randomBytes(300_000), headers: { 'x-large': long, [`x-${noise()}`]: noise() } },
  ];
  await sendRecords([event(1, { 'x-bin': '\0\u0001\u0002' }), ...unstorable, event(2, { 'x-bin': noise() })]);
  await untilTallied(service, [1, 2]);
  const letters = await until('all are parked', async () => {
    const all = await parked(service);
    return all.length === unstorable.length && all;
  });
  for (const { subject } of letters) {
    expect(subject).toMatch(new RegExp(`^${TransferSeen.topic}/\\d/\\d+$`));
    expect(await replay(service, subject)).toMatchObject({
      status: 409,
      body: { type: 'urn:tributary:problem:envelope-unreadable' },
    });
    expect(await replay(service, subject, { discardFirst: true })).toMatchObject({
      body: { discarded: 1, replayed: 0 },
    });
  }
  expect(await parked(service)).toEqual([]);
  await until('dead and discarded are copied', () => dlq.records.length === 2 * unstorable.length);
  const large = dlq.records.filter(({ headers }) => headers['x-large']);
  expect(large.map(({ value, headers }) => [value, headers['tributary_value']])).toEqual([
    [null, 'consumer_dead_letter'],
    [null, 'source topic'],
  ]);
  await dlq.close();
});

it('an envelope that nobody can store parks its stream', async () => {
  const namespace = testNamespace();
  const service = await start(namespace);
  const long = 'x'.repeat(10_000);
  const bad: Record<string, string>[] = [
    { ce_sequence: '9'.repeat(23) },
    { ce_id: long },
    { ce_subject: 'a\0b' },
    { ce_type: long },
  ];
  await sendRecords([
    ...bad.map((headers, i) => eventRecord(namespace, TransferSeen, 1, seenTransfer(1, `eip155:${i}`), headers)),
    eventRecord(namespace, TransferSeen, 1, seenTransfer(7)),
  ]);
  await untilTallied(service, [7]);
  await until('all are parked', async () => (await parked(service)).length === bad.length);
  const errors = (await parked(service)).map(({ code, subject }) => [code, subject]).sort();
  expect(errors).toEqual(bad.map((_, i) => ['envelope-unreadable', `eip155:${i}`]));
});

it('Health says why consuming fails, and since when', async () => {
  const namespace = testNamespace();
  const service = await start(namespace);
  const consuming = async (): Promise<Json> =>
    ((await (await fetch(`${service.url}/health/pipeline`)).json()) as Json).failing.consuming;
  expect(await consuming()).toBeNull();
  let broken = true;
  service.get(TallyTransfer).fault = () => {
    if (broken) throw new RetryableError('the disk is full');
  };
  await send(namespace, [1]);
  await until('Health shows it', async () => (await consuming())?.error === 'the disk is full');
  expect(Date.parse((await consuming()).since)).toBeLessThanOrEqual(Date.now());
  broken = false;
  await untilTallied(service, [1]);
  await until('it works again', async () => (await consuming()) === null);
});

it('a gap in a stream parks its key until the missing event came', async () => {
  const namespace = testNamespace();
  const service = await start(namespace);
  const event = (tx: number, chain = CHAIN) => eventRecord(namespace, TransferSeen, tx, seenTransfer(tx, chain));
  await sendRecords([event(1), event(3), event(4), event(1, 'eip155:1')]);
  await untilTallied(service, [1, 1]);
  await until('the chain is parked', async () => (await parked(service))[0]?.events === 2);
  expect(await parked(service)).toMatchObject([{ subject: CHAIN, code: 'sequence-gap' }]);

  expect(await replay(service, CHAIN)).toMatchObject({
    status: 409,
    body: { type: 'urn:tributary:problem:sequence-gap' },
  });
  await sendRecords([event(2)]);
  await until('the missing event waits too', async () => (await parked(service))[0]?.events === 3);
  expect(await replay(service, CHAIN)).toMatchObject({ status: 200, body: { replayed: 3 } });
  await sendRecords([event(5)]);
  await untilTallied(service, [1, 1, 2, 3, 4, 5]);
});

it('an operator may accept a gap that nothing will fill', async () => {
  const namespace = testNamespace();
  const service = await start(namespace);
  await send(namespace, [3, 4], 3);
  await until('the chain is parked', async () => (await parked(service))[0]?.events === 2);
  expect(await replay(service, CHAIN, { acceptGap: true })).toMatchObject({ status: 200 });
  await untilTallied(service, [3, 4]);
});

/** Records as if read from Kafka, for tests that need no broker between them and the transaction. */
function batchOf(namespace: string, txs: readonly number[], firstSeq = 1): Batch {
  return {
    topic: TransferSeen.topic,
    partition: 5,
    clusterId: `cluster-${namespace}`,
    firstOffset: 0n,
    records: txs.map((tx, i) => {
      const { key, headers, value } = eventRecord(namespace, TransferSeen, firstSeq + i, seenTransfer(tx));
      return { key, headers, value, offset: BigInt(firstSeq + i - 1), timestampMs: Date.now() };
    }),
    watermarks: async () => ({ low: 0n, high: BigInt(txs.length) }),
  };
}

it('an instance of its own reads the topic from its beginning', async () => {
  const namespace = testNamespace();
  await send(namespace, [1, 2, 3]);
  const service = await start(namespace);
  await untilTallied(service, [1, 2, 3]);
});
