import type { DynamicModule, InjectionToken } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { openDatabase, type DatabaseOptions } from './open-database';

/**
 * Nest's TypeORM module over a service's own schema: provides `DataSource` and `EntityManager`, and disconnects when
 * the application closes. Waiting for the database and migrating it are ours.
 */
export function postgresModule(database: {
  readonly inject: readonly InjectionToken[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is injected is as Nest knows it
  readonly useFactory: (...injected: any[]) => DatabaseOptions;
}): DynamicModule {
  return TypeOrmModule.forRootAsync({
    inject: [...database.inject],
    useFactory: (...injected: unknown[]): TypeOrmModuleOptions & { ours: DatabaseOptions } => ({
      type: 'postgres',
      retryAttempts: 1,
      ours: database.useFactory(...injected),
    }),
    dataSourceFactory: (options) => openDatabase((options as unknown as { ours: DatabaseOptions }).ours),
  });
}
