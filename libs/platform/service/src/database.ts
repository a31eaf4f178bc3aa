import { BackboneSchema1, BackboneSchema2, type DatabaseOptions } from '@tributary/platform-postgres';
import { logger } from '@tributary/platform-telemetry';
import type { Names } from './names';
import type { PlatformConfig } from './platform-config';
import type { ServiceDefinition } from './service-definition';

/** The service's schema: the backbone's tables, then its own. */
export function databaseOf(service: ServiceDefinition, config: PlatformConfig, names: Names): DatabaseOptions {
  return {
    url: config.DATABASE_URL,
    schema: names.schema,
    applicationName: names.group,
    entities: service.stores as (new () => object)[],
    migrations: [BackboneSchema1, BackboneSchema2, ...service.migrations],
    onPoolError: (error) => logger.warn({ reason: error.message }, 'An idle database connection broke'),
    onWait: (error) => logger.warn({ reason: error.message }, 'PostgreSQL is not ready; trying again'),
    onMigrated: (migrations) => logger.info({ schema: names.schema, migrations }, 'Migrations ran'),
  };
}
