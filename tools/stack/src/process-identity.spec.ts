import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { end, identify, isRunning, sendSignal } from './process-identity';

const sleeper = (ignoring = '') =>
  spawn('sh', ['-c', `${ignoring && `trap "" ${ignoring};`} echo up; while :; do sleep 0.05; done`], { stdio: 'pipe' });

test('a process is told from a later one with its pid', async () => {
  const child = sleeper();
  const identity = identify(child.pid!)!;
  expect(isRunning(identity)).toBe(true);
  expect(isRunning({ ...identity, startedAt: `${identity.startedAt}0` })).toBe(false);
  expect(sendSignal({ ...identity, startedAt: `${identity.startedAt}0` }, 'SIGKILL')).toBe(false);
  expect(child.signalCode).toBeNull();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isRunning(identity)).toBe(false);
  expect(identify(child.pid!)).toBeUndefined();
});

test('a process that ignores the signal is killed after the grace', async () => {
  const child = sleeper('TERM');
  await once(child.stdout, 'data');
  const exited = once(child, 'exit');
  await end(identify(child.pid!)!, 'SIGTERM', 200);
  expect(await exited).toEqual([null, 'SIGKILL']);
});

test('a process that heeds the signal is not killed', async () => {
  const child = sleeper();
  await once(child.stdout, 'data');
  const exited = once(child, 'exit');
  await end(identify(child.pid!)!, 'SIGTERM', 5_000);
  expect(await exited).toEqual([null, 'SIGTERM']);
});
