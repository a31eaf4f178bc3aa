import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { lockFaults } from './compatibility';
import { readContracts } from './contracts';
import { documentationFaults } from './documentation';
import { register, type RegistryLock } from './lock';
import { renderEvents } from './render';

const PROTO = resolve(__dirname, '../../../../proto');
const LOCK = resolve(PROTO, 'registry.lock.json');
const GENERATED = resolve(__dirname, '../generated/events.ts');

/**
 * Registers each changed contract in the lock and writes the generated code. Nothing is written where a contract
 * lacks documentation or breaks an earlier version. With `--check` nothing is written at all: it says what is stale.
 */
async function main(check: boolean): Promise<void> {
  const contracts = readContracts(PROTO);
  const registered: RegistryLock = existsSync(LOCK) ? (JSON.parse(readFileSync(LOCK, 'utf8')) as RegistryLock) : {};
  const lock = register(registered, contracts.events);
  const faults = [
    ...documentationFaults([...contracts.types, ...contracts.events.map((event) => event.definition)]),
    ...lockFaults(lock),
  ];
  if (faults.length > 0) return fail(faults);

  const files = [
    { path: LOCK, text: `${JSON.stringify(lock, null, 1)}\n` },
    {
      path: GENERATED,
      text: await format(renderEvents(contracts, lock), { ...(await resolveConfig(GENERATED)), parser: 'typescript' }),
    },
  ];
  const stale = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (check) {
    return fail(stale.map(({ path }) => `${path} is not fresh: run "npm run generate -w libs/events" and commit it`));
  }
  for (const { path, text } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}

function fail(faults: readonly string[]): void {
  if (faults.length === 0) return;
  console.error(faults.join('\n'));
  process.exitCode = 1;
}

void main(process.argv.includes('--check'));
