import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

declare global {
  var partsOfThisRun: ChildProcess | undefined;
}

const ROOT = resolve(__dirname, '../../..');

/**
 * Starts one PostgreSQL, one Kafka and one issuer for the run, save those that the environment names. They live in a
 * process of their own, which ends them when this one ends, however it does.
 */
export default async function startParts(): Promise<void> {
  if (process.env['DATABASE_URL'] && process.env['KAFKA_BROKERS'] && process.env['OIDC_ISSUER']) return;
  const parts = spawn(
    process.execPath,
    ['--conditions=@tributary/source', '-r', '@swc-node/register', join(__dirname, 'parts-process.ts')],
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  globalThis.partsOfThisRun = parts;
  const lines = createInterface({ input: parts.stdout });
  const ended = once(parts, 'exit').then(() => {
    throw new Error('The parts that integration tests need did not start; see above');
  });
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  ended.catch(() => undefined);
  Object.assign(process.env, JSON.parse(line));
}
