import { randomUUID } from 'node:crypto';
import { TooLargeError } from './seam';
import type { BatchDone, EventBroker, EventConsumer, RecordBatch, RecordToSend } from './seam';

/** What any adapter of the seam must do, on a real broker; its spec calls this in a `describe`. */
export function itBehavesAsABroker(brokerOf: (clientId: string) => EventBroker): void {
  let broker: EventBroker;
  let topic: string;
  const consumers: EventConsumer[] = [];

  beforeEach(async () => {
    broker = brokerOf('contract');
    topic = `contract-${randomUUID()}`;
    const admin = broker.admin();
    await admin.connect();
    await admin.ensureTopics([topic]);
    await admin.disconnect();
  });
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
  });

  async function send(records: readonly Partial<RecordToSend>[]): Promise<void> {
    const producer = broker.producer();
    await producer.connect();
    await producer.send(records.map((record) => ({ topic, key: 'k', headers: {}, value: null, ...record })));
    await producer.disconnect();
  }

  async function consume(groupId: string, onBatch: (batch: RecordBatch) => Promise<BatchDone>): Promise<EventConsumer> {
    const consumer = broker.consumer();
    consumers.push(consumer);
    await consumer.start({ groupId, topics: [topic], onBatch, onAssigned: () => undefined, onCrash: () => undefined });
    return consumer;
  }

  const endOf = ({ records }: RecordBatch): BatchDone => ({ nextOffset: (records.at(-1)?.offset ?? 0n) + 1n });

  it('gives a new group every record from the beginning, each key in the order sent, bytes and headers as they were', async () => {
    const sent = Array.from({ length: 40 }, (_, i) => ({
      key: `k${i % 4}`,
      value: Buffer.from([i]),
      headers: { h: `${i}` },
    }));
    await send(sent.slice(0, 20));
    await send(sent.slice(20));
    const got: { key: string | null; value: Buffer | null; headers: object }[] = [];
    await consume(randomUUID(), async (batch) => {
      expect(batch.clusterId).toMatch(/\S/);
      got.push(...batch.records.map(({ key, value, headers }) => ({ key, value, headers })));
      return endOf(batch);
    });
    await eventually(() => got.length === sent.length);
    for (const key of ['k0', 'k1', 'k2', 'k3']) {
      expect(got.filter((record) => record.key === key)).toEqual(sent.filter((record) => record.key === key));
    }
  });

  it('gives a batch again after a throw, and none of the later records before it', async () => {
    await send([{ value: Buffer.from('a') }, { value: Buffer.from('b') }]);
    const firsts: (bigint | undefined)[] = [];
    await consume(randomUUID(), async (batch) => {
      firsts.push(batch.records[0]?.offset);
      if (firsts.length < 3) throw new Error('not yet');
      return endOf(batch);
    });
    await eventually(() => firsts.length >= 3);
    expect(firsts.slice(0, 3)).toEqual([0n, 0n, 0n]);
  });

  it('goes where the handler says, backwards too', async () => {
    await send([{ value: Buffer.from('a') }, { value: Buffer.from('b') }]);
    const firsts: (bigint | undefined)[] = [];
    await consume(randomUUID(), async (batch) => {
      firsts.push(batch.records[0]?.offset);
      return firsts.length === 1 ? { nextOffset: 1n } : firsts.length === 2 ? { nextOffset: 0n } : endOf(batch);
    });
    await eventually(() => firsts.length >= 3);
    expect(firsts.slice(0, 3)).toEqual([0n, 1n, 0n]);
  });

  it('a stopped consumer finishes its batch, and the next of its group goes on behind it', async () => {
    const group = randomUUID();
    await send([{ value: Buffer.from('a') }]);
    let done = false;
    let entered = false;
    const first = await consume(group, async (batch) => {
      entered = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
      done = true;
      return endOf(batch);
    });
    await eventually(() => entered);
    await first.stop();
    expect(done).toBe(true);
    await send([{ value: Buffer.from('b') }]);
    const seen: (string | undefined)[] = [];
    await consume(group, async (batch) => {
      seen.push(...batch.records.map((record) => record.value?.toString()));
      return endOf(batch);
    });
    await eventually(() => seen.length > 0);
    expect(seen).toEqual(['b']);
  });

  it('says so when a record is too large for the broker', async () => {
    await expect(send([{ value: Buffer.alloc(2_000_000) }])).rejects.toBeInstanceOf(TooLargeError);
  });

  it('the watermarks are the first offset and the one behind the last', async () => {
    await send([{}, {}, {}]);
    const admin = broker.admin();
    await admin.connect();
    await admin.ensureTopics([topic]);
    const marks = [...(await admin.watermarks(topic)).values()];
    expect(marks.map(({ low }) => low)).toEqual(marks.map(() => 0n));
    expect(marks.reduce((sum, { high }) => sum + high, 0n)).toBe(3n);
    expect(marks).toHaveLength(6);
    await admin.disconnect();
  });
}

async function eventually(check: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 30_000; !check() && Date.now() < deadline;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(check()).toBe(true);
}
