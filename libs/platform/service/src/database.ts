import {
  BackboneSchema1,
  isRetryable,
  migrate,
  postgresDataSource,
  type DataSource,
} from '@tributary/platform-postgres';
import { logger } from '@tributary/platform-telemetry';
import type { Names } from './names';
import type { PlatformConfig } from './platform-config';
import type { ServiceDefinition } from './service-definition';

const RETRY_MS = 1_000;

/** Connects to the service's schema, waiting for a database that is not up yet, and migrates it. */
export async function openDatabase(
  service: ServiceDefinition,
  config: PlatformConfig,
  names: Names,
): Promise<DataSource> {
  const dataSource = postgresDataSource({
    url: config.DATABASE_URL,
    schema: names.schema,
    applicationName: names.group,
    entities: service.stores as (new () => object)[],
    onPoolError: (error) => logger.warn({ reason: error.message }, 'An idle database connection broke'),
  });
  for (;;) {
    try {
      if (!dataSource.isInitialized) await dataSource.initialize();
      const ran = await migrate(dataSource, names.schema, [BackboneSchema1, ...service.migrations]);
      if (ran.length > 0) logger.info({ schema: names.schema, migrations: ran }, 'Migrations ran');
      return dataSource;
    } catch (error) {
      if (!isRetryable(error)) throw error;
      logger.warn({ reason: (error as Error).message }, 'PostgreSQL is not ready; trying again');
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
