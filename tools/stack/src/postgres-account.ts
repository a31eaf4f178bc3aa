import { execFileSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Command } from './command';

/** How PostgreSQL's programs, which refuse to run as root, are run. */
export interface PostgresAccount {
  command(command: Command): Command;
}

/**
 * Chooses the account for the cluster `data` in `dir`. Not root: our own. Root: inside a user namespace that shows
 * root as somebody else, which needs no other user and reads whatever root reads; where such namespaces are forbidden
 * (many containers), the system's user `postgres`, created if it is missing. A cluster keeps the owner it has.
 */
export async function postgresAccount(dir: string): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return { command: (command) => command };
  const ownerOfCluster = statSync(join(dir, 'data'), { throwIfNoEntry: false })?.uid ?? 0;
  if (ownerOfCluster !== 0 || !(await userNamespacesWork())) return postgresUser(dir);
  chownSync(dir, 0, 0);
  return { command: inUserNamespace };
}

function userNamespacesWork(): Promise<boolean> {
  return run(inUserNamespace({ command: 'true', args: [] })).then(
    () => true,
    () => false,
  );
}

function inUserNamespace(command: Command): Command {
  return {
    ...command,
    command: 'unshare',
    args: ['--user', '--map-user=1000', '--map-group=1000', command.command, ...command.args],
  };
}

async function postgresUser(dir: string): Promise<PostgresAccount> {
  const ids = findPostgresUser() ?? (await createPostgresUser());
  chownSync(dir, ids.uid, ids.gid);
  await run({ command: 'test', args: ['-w', dir], ...ids }).catch(() => {
    throw new Error(
      `PostgreSQL cannot run as root, and user postgres cannot enter ${dir}. ` +
        'Move the checkout to a folder that every user may enter, run as another user, or set DATABASE_URL.',
    );
  });
  return { command: (command) => ({ ...command, ...ids }) };
}

async function createPostgresUser(): Promise<{ uid: number; gid: number }> {
  await run({ command: 'useradd', args: ['--system', '--user-group', 'postgres'] });
  const ids = findPostgresUser();
  if (ids === undefined) throw new Error('cannot create the user postgres: create it, or set DATABASE_URL');
  return ids;
}

function findPostgresUser(): { uid: number; gid: number } | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
