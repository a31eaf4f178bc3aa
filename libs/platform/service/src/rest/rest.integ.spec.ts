import { ClientOpened, TransferSeen } from '@tributary/events';
import { DataSource } from '@tributary/platform-postgres';
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
import { PollClients, TallyModule } from '../fixtures/tally-service';
import { startService, type RunningService } from '../start-service';

jest.setTimeout(60_000);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a JSON reply, which each test looks into
type Json = any;

let namespace: string;
let service: RunningService;

beforeAll(async () => {
  namespace = testNamespace();
  service = await startService(TallyModule, { env: serviceEnv(namespace) });
});
afterAll(() => service.stop());

async function post(body: string): Promise<{ status: number; type: string | null; body: Json }> {
  const reply = await fetch(`${service.url}/clients`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await bearer('operator')) },
    body,
  });
  return { status: reply.status, type: reply.headers.get('content-type'), body: await reply.json() };
}

async function get(path: string): Promise<Json> {
  return (await fetch(`${service.url}${path}`, { headers: await bearer('auditor') })).json();
}

it('a command answers with amounts as decimal strings, and its event is published', async () => {
  const tap = await TopicTap.open(`${namespace}.${ClientOpened.topic}`);
  const reply = await post('{"clientId":"client-7","creditLimit":"9007199254740993"}');
  expect(reply).toMatchObject({ status: 201, body: { clientId: 'client-7', creditLimit: '9007199254740993' } });
  expect(new Date(reply.body.openedAt).toISOString()).toBe(reply.body.openedAt);
  const { payload } = await until('the event is published', () =>
    tap.events(ClientOpened).find(({ subject }) => subject === 'client/client-7'),
  );
  expect(payload.maker).toBe('operator');
  await tap.close();
});

it('a command that refuses leaves nothing behind', async () => {
  const refused = await post(`{"clientId":"client-8","creditLimit":"1${'0'.repeat(31)}"}`);
  expect(refused).toEqual({
    status: 409,
    type: 'application/problem+json; charset=utf-8',
    body: {
      type: 'urn:tributary:problem:limit-too-high',
      title: 'Limit too high',
      status: 409,
      detail: 'Ask for 10^30 at most',
    },
  });
  expect(await service.get(DataSource).query(`SELECT * FROM client WHERE client_id = 'client-8'`)).toEqual([]);
});

it('every bad field is named with its reason', async () => {
  const { status, body } = await post('{"clientId":"A b","creditLimit":"1.5","more":1}');
  expect(status).toBe(400);
  expect(body.errors).toEqual([
    { field: 'body.clientId', reason: 'use lower-case letters, digits and dashes' },
    { field: 'body.creditLimit', reason: 'must be base units, in decimal' },
    { field: 'body', reason: 'Unrecognized key: "more"' },
  ]);
  expect((await get('/tally?limit=many')).errors).toMatchObject([{ field: 'query.limit' }]);
});

it('who does not sign in, or has no role of the route, learns what to do and reaches no handler', async () => {
  const send = (headers: Record<string, string>) =>
    fetch(`${service.url}/clients`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{"clientId":"client-9","creditLimit":"1"}',
    });
  const nobody = await send({});
  expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  expect(await nobody.json()).toMatchObject({ type: 'urn:tributary:problem:token-missing' });
  const auditor = await send(await bearer('auditor'));
  expect([auditor.status, await auditor.json()]).toMatchObject([
    403,
    { detail: 'POST /clients is for operator; auditor is auditor: sign in as somebody who may' },
  ]);
  expect(await service.get(DataSource).query(`SELECT * FROM client WHERE client_id = 'client-9'`)).toEqual([]);
});

it('a NUL anywhere and a query parameter that nobody knows are refused by name', async () => {
  const refused = async (path: string): Promise<string[]> => (await get(path)).errors.map((each: Json) => each.field);
  expect((await post('{"clientId":"a\\u0000b","creditLimit":"1"}')).body.errors).toEqual([
    { field: 'body.clientId', reason: 'must hold no NUL character' },
  ]);
  expect(await refused('/tally?limit=%00')).toEqual(['query.limit']);
  expect(await refused('/tally?limt=1')).toEqual(['query']);
  expect(await refused('/tally?limit[]=1')).toEqual(['query']);
  expect(await refused('/tally/dead-letters?subject=x')).toEqual(['query']);
});

it('a body that is no JSON and a route that does not exist are problems too', async () => {
  expect(await post('{"clientId"')).toMatchObject({
    status: 400,
    body: { type: 'urn:tributary:problem:malformed-request' },
  });
  expect(await get('/nowhere')).toMatchObject({ status: 404, type: 'urn:tributary:problem:no-such-route' });
});

it('a fault of ours is a 500 that tells nothing of the inside', async () => {
  await post('{"clientId":"twice","creditLimit":"1"}');
  const { status, body } = await post('{"clientId":"twice","creditLimit":"1"}');
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toMatch(/duplicate|constraint/);
});

it('rows stream as lines under Accept: application/x-ndjson', async () => {
  const count = 500;
  await sendRecords(
    Array.from({ length: count }, (_, i) => eventRecord(namespace, TransferSeen, i + 1, seenTransfer(i + 1))),
  );
  await until('all are noted', async () => (await get('/tally?limit=1000')).transfers.length === count);
  const reply = await fetch(`${service.url}/tally?limit=1000`, {
    headers: { accept: 'application/x-ndjson', ...(await bearer('finance')) },
  });
  const lines = (await reply.text()).trimEnd().split('\n');
  expect(reply.headers.get('content-type')).toMatch('application/x-ndjson');
  expect(lines.map((line) => JSON.parse(line).transferId)).toEqual((await get('/tally?limit=1000')).transfers);
  expect(JSON.parse(lines[0] ?? '')).toEqual({ transferId: seenTransfer(1).transferId, amount: '1000' });
});

it('the OpenAPI page describes each route, with amounts and times as they are written', async () => {
  const page = await get('/openapi.json');
  expect(Object.keys(page.paths)).toEqual(['/clients', '/tally', '/tally/dead-letters', '/tally/dead-letters/replay']);
  const reply = page.paths['/clients'].post.responses['201'].content['application/json'].schema;
  expect(page.paths['/clients'].post).toMatchObject({ security: [{ bearer: [] }], 'x-roles': ['operator'] });
  expect(page.components.securitySchemes.bearer).toMatchObject({ type: 'http', scheme: 'bearer' });
  expect(reply.properties.creditLimit).toMatchObject({ type: 'string', pattern: '^-?\\d+$' });
  expect(reply.properties.openedAt).toEqual({ type: 'string', format: 'date-time' });
  expect(Object.keys(page.paths['/tally'].get.responses['200'].content)).toContain('application/x-ndjson');
});

it('a poll that fails is tried again and shown in Health', async () => {
  const polls = service.get(PollClients);
  polls.failure = new Error('the node answers rubbish');
  polls.waiting.push('client-of-a-poll');
  await until(
    'Health shows it',
    async () => (await get('/health/pipeline')).polls[0].error === 'the node answers rubbish',
  );
  polls.failure = undefined;
  await until('it works again', async () => (await get('/health/pipeline')).polls[0].failingSince === null);
  const tap = await TopicTap.open(`${namespace}.${ClientOpened.topic}`);
  await until('its event is published', () => tap.events(ClientOpened).some(({ payload }) => payload.maker === 'poll'));
  await tap.close();
});

it('Health tells readiness, lag, dead letters and the outbox; Prometheus finds its page', async () => {
  expect(await get('/health/live')).toEqual({ live: true });
  expect(await get('/health/ready')).toEqual({ ready: true, migrated: true, database: true, consumer: true });
  const pipeline = await get('/health/pipeline');
  expect(pipeline).toMatchObject({
    service: 'tally',
    deadLetters: { count: 0, parkedSubjects: 0 },
    outbox: { pending: 0 },
  });
  expect(pipeline.consumers).toHaveLength(6);
  expect(pipeline.consumers[0]).toEqual({ topic: TransferSeen.topic, partition: 0, lagMessages: 0, lagSeconds: 0 });
  const metrics = await (await fetch(`${service.url}/metrics`)).text();
  expect(metrics).toMatch(/^custody_consumed_events_total\{topic="custody.transfers.v1",outcome="handled"\} 500$/m);
  expect(metrics).toMatch(/^custody_process_cpu_seconds_total /m);
});
