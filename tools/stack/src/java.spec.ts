import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processesOf } from '../fixtures/processes';
import { javaCommand, requireMaven } from './java';
import { Stack } from './stack';

const own = { PATH: process.env['PATH'], JAVA_HOME: process.env['JAVA_HOME'] };
const newDir = () => mkdtempSync(join(tmpdir(), 'tributary-java-'));

beforeEach(() => {
  process.env['PATH'] = newDir();
  delete process.env['JAVA_HOME'];
});

afterEach(() => {
  process.env['PATH'] = own.PATH;
  if (own.JAVA_HOME !== undefined) process.env['JAVA_HOME'] = own.JAVA_HOME;
});

test('a machine without Java is told what to install, and the start leaves nothing running', async () => {
  const stateDir = newDir();
  const start = Stack.start({
    stateDir,
    cacheDir: newDir(),
    parts: ['kafka', 'ethereum'],
    given: {},
    log: () => undefined,
  });
  await expect(start).rejects.toThrow(/Kafka needs Java.*Install it: apt-get install openjdk-17/);
  expect(processesOf(stateDir)).toEqual([]);
});

test('a Java that is too old is named', async () => {
  const java = join(process.env['PATH']!, 'java');
  writeFileSync(java, '#!/bin/sh\necho \'openjdk version "11.0.2" 2019-01-15\' >&2\n');
  chmodSync(java, 0o755);
  await expect(javaCommand()).rejects.toThrow('needs Java 17 or newer, found 11');
});

test('a machine without Maven is told what to install', async () => {
  await expect(requireMaven()).rejects.toThrow(/`mvn` cannot be run.*Install it: apt-get install maven/);
});
