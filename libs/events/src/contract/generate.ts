import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readContracts } from './contracts';
import { register, type RegistryLock } from './lock';
import { renderEvents } from './render';

const PROTO = resolve(__dirname, '../../../proto');
const LOCK = resolve(PROTO, 'registry.lock.json');
const GENERATED = resolve(__dirname, 'generated/events.ts');

/** Writes the lock and the generated code; with `--check` only says whether both are fresh. */
async function main(check: boolean): Promise<void> {
  const contracts = readContracts(PROTO);
  const registered: RegistryLock = existsSync(LOCK) ? (JSON.parse(readFileSync(LOCK, 'utf8')) as RegistryLock) : {};
  const lock = register(registered, contracts.events);
  const files = [
    { path: LOCK, text: `${JSON.stringify(lock, null, 1)}\n` },
    {
      path: GENERATED,
      text: await format(renderEvents(contracts, lock), { ...(await resolveConfig(GENERATED)), parser: 'typescript' }),
    },
  ];
  const stale = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (check) {
    if (stale.length > 0) {
      console.error(`Not fresh: ${stale.map(({ path }) => path).join(', ')}. Run "npm run generate -w libs/events" and commit.`);
      process.exitCode = 1;
    }
    return;
  }
  for (const { path, text } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}

void main(process.argv.includes('--check'));
