import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Kafka, logLevel } from 'kafkajs';
import { Client } from 'pg';
import { processesOf } from '../fixtures/processes';
import { ethereumRpc } from './ethereum-rpc';
import { resetStack, Stack, type StackEnvironment, type StackPart } from './stack';
import { stackHolder, StackRunningError } from './stack-lock';
import { readStackState } from './state-file';

jest.setTimeout(120_000);

const newDir = () => mkdtempSync(join(tmpdir(), 'tributary-stack-'));
const silent = () => undefined;
/** The test run has parts of its own in the environment: these tests start theirs. */
const own = { given: {}, log: silent };

/** Something in each store that must outlive whatever happens. */
async function leaveTraces(env: StackEnvironment): Promise<void> {
  await sql(env, 'CREATE TABLE trace (id int); INSERT INTO trace VALUES (42)');
  await withKafka(env, async (kafka) => {
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'trace' }], waitForLeaders: true });
    await admin.disconnect();
    const producer = kafka.producer({ idempotent: true });
    await producer.connect();
    await producer.send({ topic: 'trace', messages: [{ value: '42' }] });
    await producer.disconnect();
  });
}

async function expectTraces(env: StackEnvironment): Promise<void> {
  expect(await sql(env, 'SELECT id FROM trace')).toEqual([{ id: 42 }]);
  await withKafka(env, async (kafka) => {
    const admin = kafka.admin();
    await admin.connect();
    expect(await admin.fetchTopicOffsets('trace')).toMatchObject([{ low: '0', high: '1' }]);
    await admin.disconnect();
  });
}

async function sql(env: StackEnvironment, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

async function withKafka(env: StackEnvironment, use: (kafka: Kafka) => Promise<void>): Promise<void> {
  await use(new Kafka({ brokers: [env.KAFKA_BROKERS!], logLevel: logLevel.NOTHING, retry: { retries: 20 } }));
}

/** A supervisor in its own process. */
async function startProcess(stateDir: string, parts: StackPart[]): Promise<[ChildProcess, StackEnvironment]> {
  const args = ['--conditions=@tributary/source', '--require', '@swc-node/register'];
  const fixture = resolve(__dirname, '../fixtures/run-stack.ts');
  const child = spawn(process.execPath, [...args, fixture, stateDir, parts.join()], {
    cwd: resolve(__dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return [child, JSON.parse(line) as StackEnvironment];
}

test('each part comes back after kill -9 with what it held, and a stop leaves no process', async () => {
  const stateDir = newDir();
  const stack = await Stack.start({ stateDir, ...own });
  try {
    await leaveTraces(stack.env);
    for (const name of ['kafka', 'postgres', 'ethereum']) {
      const pid = stack.pid(name);
      await stack.kill(name);
      await stack.ready(name);
      expect(stack.pid(name)).not.toBe(pid);
      expect(readStackState(stateDir).parts[name]).toMatchObject({ status: 'ready', restarts: 1 });
    }
    await expectTraces(stack.env);
  } finally {
    await stack.stop();
  }
  expect(processesOf(stateDir)).toEqual([]);
  expect(readStackState(stateDir).parts).toEqual({});
});

test('after kill -9 of the supervisor the next start ends the orphans and finds the data and the chain', async () => {
  const stateDir = newDir();
  const [child, env] = await startProcess(stateDir, ['postgres', 'kafka', 'ethereum']);
  await leaveTraces(env);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const orphans = Object.values(readStackState(stateDir).parts).map((part) => part.process.pid);
  expect(processesOf(stateDir).length).toBeGreaterThanOrEqual(3);
  // The orphaned node goes on: what it mines alone must not be lost either.
  await ethereumRpc(env.ETHEREUM_RPC_URL!, 'anvil_mine', '0x14');
  const late = await ethereumRpc<{ number: string; hash: string }>(
    env.ETHEREUM_RPC_URL!,
    'eth_getBlockByNumber',
    'finalized',
    false,
  );

  const stack = await Stack.start({ stateDir, ...own });
  try {
    expect(stack.env).toMatchObject(env);
    for (const pid of orphans) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await expectTraces(stack.env);
    expect(await ethereumRpc(stack.env.ETHEREUM_RPC_URL!, 'eth_getBlockByNumber', late.number, false)).toEqual(late);
  } finally {
    await stack.stop();
  }
  expect(processesOf(stateDir)).toEqual([]);
});

test('two stacks run side by side, and a second supervisor of one folder is refused', async () => {
  const [first, second] = [newDir(), newDir()];
  const parts = ['postgres', 'ethereum'] as const;
  const stacks = await Promise.all([first, second].map((stateDir) => Stack.start({ stateDir, parts, ...own })));
  try {
    const urls = stacks.flatMap((stack) => Object.values(stack.env));
    expect(new Set(urls).size).toBe(4);
    await expect(Stack.start({ stateDir: first, ...own })).rejects.toThrow(StackRunningError);
    await expect(resetStack(first, silent)).rejects.toThrow(StackRunningError);
    for (const { env } of stacks) expect(await sql(env, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  } finally {
    await Promise.all(stacks.map((stack) => stack.stop()));
  }
  expect(stackHolder(first)).toBeUndefined();
});

test('SIGTERM in the middle of a start leaves no process', async () => {
  const stateDir = newDir();
  const giveUp = new AbortController();
  const start = Stack.start({ stateDir, signal: giveUp.signal, ...own });
  setTimeout(() => giveUp.abort(), 1_000);
  await expect(start).rejects.toThrow();
  expect(processesOf(stateDir)).toEqual([]);
  expect(stackHolder(stateDir)).toBeUndefined();
});

test('a variable of the environment takes the place of a part', async () => {
  const before = process.env['DATABASE_URL'];
  process.env['DATABASE_URL'] = 'postgres://elsewhere/db';
  try {
    const stack = await Stack.start({ stateDir: newDir(), parts: ['postgres'], log: silent });
    expect(stack.env).toEqual({ DATABASE_URL: 'postgres://elsewhere/db' });
    await stack.stop();
  } finally {
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
  }
});

test('a service joins, is started again when it dies, and one that cannot start says why', async () => {
  const stack = await Stack.start({ stateDir: newDir(), parts: [], ...own });
  try {
    const port = await stack.port('greeter');
    const program = `require('node:http').createServer((_, reply) => reply.end(process.env.GREETING)).listen(${port})`;
    await stack.add({
      name: 'greeter',
      port,
      command: process.execPath,
      args: ['-e', program],
      env: { GREETING: 'good day' },
      readyUrl: `http://127.0.0.1:${port}/health/ready`,
    });
    await stack.kill('greeter');
    await stack.ready('greeter');
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('good day');

    const args = ['-e', 'console.log("no configuration"); process.exit(3)'];
    const broken = stack.add({ name: 'broken', command: process.execPath, args, readyUrl: 'http://127.0.0.1:1' });
    await expect(broken).rejects.toThrow(/broken did not start: exit code 3(.|\n)*no configuration/);
  } finally {
    await stack.stop();
  }
});

test('a kept port that another program took meanwhile is replaced', async () => {
  const stateDir = newDir();
  const stack = await Stack.start({ stateDir, parts: [], ...own });
  const port = await stack.port('console');
  expect(await stack.port('console')).toBe(port);
  await stack.stop();
  const taker = createServer();
  await once(taker.listen(port, '127.0.0.1'), 'listening');
  const next = await Stack.start({ stateDir, parts: [], ...own });
  expect(await next.port('console')).not.toBe(port);
  await next.stop();
  taker.close();
});
