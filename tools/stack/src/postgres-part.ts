import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { run } from './command';
import type { Part } from './part';
import { postgresAccount, type PostgresAccount } from './postgres-account';
import { postgresPrograms } from './postgres-programs';

const USER = 'tributary';
const PASSWORD = 'tributary';
const DATABASE = 'tributary';

interface PostgresOptions {
  readonly dir: string;
  readonly port: number;
  log(line: string): void;
}

export function postgresUrl(port: number, database = DATABASE): string {
  return `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
}

/** PostgreSQL with its defaults for durability: what it has committed survives kill -9. */
export function postgresPart({ dir, port, log }: PostgresOptions): Part {
  const dataDir = join(dir, 'data');
  const programs = postgresPrograms();
  let account: PostgresAccount;

  return {
    name: 'postgres',
    port,
    stopSignal: 'SIGINT', // fast shutdown: rolls back what is open, then writes a checkpoint
    stopGraceMs: 30_000,
    async prepare(signal) {
      await programs.hydrate();
      mkdirSync(dir, { recursive: true });
      account = await postgresAccount(dir);
      if (existsSync(dataDir)) return;
      log('postgres: creating its database cluster');
      const passwordFile = join(dir, 'password');
      const newDir = join(dir, 'data.new'); // moved into place when whole: a kill in between leaves no half cluster
      rmSync(newDir, { recursive: true, force: true });
      writeFileSync(passwordFile, PASSWORD);
      chmodSync(passwordFile, 0o644);
      await run(
        account.command({
          command: programs.initdb,
          args: [
            ...[`--pgdata=${newDir}`, `--username=${USER}`, `--pwfile=${passwordFile}`],
            ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
          ],
        }),
        { signal },
      );
      renameSync(newDir, dataDir);
    },
    async command() {
      forgetRecycledPid(join(dataDir, 'postmaster.pid'));
      const settings = {
        port,
        listen_addresses: '127.0.0.1',
        unix_socket_directories: '',
        max_connections: 200,
      };
      return account.command({
        command: programs.postgres,
        args: ['-D', dataDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      });
    },
    isReady: () => databaseExists(port),
  };
}

/** Connects, and creates our database at the first start. */
async function databaseExists(port: number): Promise<boolean> {
  const client = new Client({ connectionString: postgresUrl(port, 'postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // ended with the server: the query says so
  try {
    await client.connect();
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * PostgreSQL will not start while its pid file names a live process. After a reboot that pid may be anyone's:
 * removes the file if that process is no PostgreSQL.
 */
function forgetRecycledPid(pidFile: string): void {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const program = programName(pid);
  if (program !== undefined && !program.includes('postgres')) rmSync(pidFile);
}

/** The name of a running program; undefined where there is no /proc, and PostgreSQL decides alone. */
function programName(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8');
  } catch {
    return undefined;
  }
}
