/** Holds a test run's PostgreSQL, Kafka and issuer until its stdin closes; prints how to reach them as one line of JSON. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from '@tributary/stack';

async function main(): Promise<void> {
  const stateDir = mkdtempSync(join(tmpdir(), 'tributary-test-'));
  chmodSync(stateDir, 0o755); // PostgreSQL runs as a user of its own and must be able to enter
  const abort = new AbortController();
  const stdinClosed = new Promise<void>((resolve) => {
    process.stdin.resume().once('close', resolve).once('end', resolve);
  });
  void stdinClosed.then(() => abort.abort());
  try {
    const stack = await Stack.start({
      stateDir,
      parts: ['postgres', 'kafka', 'issuer'],
      signal: abort.signal,
      log: (line) => process.stderr.write(`${line}\n`),
    });
    process.stdout.write(`${JSON.stringify(stack.env)}\n`);
    await stdinClosed;
    await stack.stop();
  } finally {
    rmSync(stateDir, { recursive: true, force: true });
  }
}

process.on('SIGINT', () => undefined); // a Ctrl-C reaches the whole group; the run that started us closes our stdin
main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  },
);
