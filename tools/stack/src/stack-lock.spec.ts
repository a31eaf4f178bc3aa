import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify } from './process-identity';
import { lockStack, stackHolder, StackRunningError } from './stack-lock';

const newDir = () => mkdtempSync(join(tmpdir(), 'tributary-lock-'));

test('a live holder keeps others out until it lets go', () => {
  const dir = newDir();
  const unlock = lockStack(dir);
  expect(stackHolder(dir)).toEqual(identify(process.pid));
  expect(() => lockStack(dir)).toThrow(StackRunningError);
  expect(() => lockStack(dir)).toThrow(`kill ${process.pid}`);
  unlock();
  expect(stackHolder(dir)).toBeUndefined();
  lockStack(dir)();
  expect(readdirSync(dir)).toEqual([]);
});

test('the lock of a dead holder is taken over, even if its pid lives on as another process', () => {
  const dir = newDir();
  writeFileSync(join(dir, 'lock'), JSON.stringify({ pid: process.pid, startedAt: 'before the last boot' }));
  expect(stackHolder(dir)).toBeUndefined();
  lockStack(dir);
  expect(stackHolder(dir)).toEqual(identify(process.pid));
  expect(readdirSync(dir)).toEqual(['lock']);
});
