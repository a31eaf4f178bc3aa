import type { DataSource } from 'typeorm';
import { postgresDataSource, type PostgresOptions } from './data-source';
import { migrate, type MigrationClass } from './migrate';
import { isRetryable } from './retryable';

/** A service's database: how it is reached, and what its schema must have. */
export interface DatabaseOptions extends PostgresOptions {
  /** Run in this order, each once. */
  readonly migrations: readonly MigrationClass[];
  /** Told each time that PostgreSQL was not ready yet. */
  readonly onWait: (error: Error) => void;
  /** Told of the migrations that ran now. */
  readonly onMigrated: (names: readonly string[]) => void;
}

const RETRY_MS = 1_000;

/** Connects to the service's schema, waiting for a database that is not up yet, and migrates it. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  const dataSource = postgresDataSource(options);
  for (;;) {
    try {
      if (!dataSource.isInitialized) await dataSource.initialize();
      const ran = await migrate(dataSource, options.schema, options.migrations);
      if (ran.length > 0) options.onMigrated(ran);
      return dataSource;
    } catch (error) {
      if (!isRetryable(error)) throw error;
      options.onWait(error as Error);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
