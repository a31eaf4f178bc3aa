import { DataSource } from 'typeorm';

/** How a service reaches its own schema. */
export interface PostgresOptions {
  readonly url: string;
  /** Lower-case letters, digits and underscores; becomes the only schema of the search path. */
  readonly schema: string;
  readonly applicationName: string;
  /** TypeORM entity classes. */
  readonly entities: readonly (new () => object)[];
  readonly poolSize?: number;
  /** Told of a pooled connection that broke while idle; the pool replaces it by itself. */
  readonly onPoolError: (error: Error) => void;
}

/**
 * A session that stands still inside a transaction is ended after this long, so that a stopped
 * process cannot keep its fence, books and streams locked.
 */
const IDLE_IN_TRANSACTION_MS = 20_000;

/** A pool whose connections see one schema, so that SQL needs no schema prefix. Not yet connected. */
export function postgresDataSource(options: PostgresOptions): DataSource {
  if (!/^[a-z_][a-z0-9_]*$/.test(options.schema)) {
    throw new Error(`"${options.schema}" is no schema name: use lower-case letters, digits and underscores`);
  }
  return new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: options.applicationName,
    entities: [...options.entities],
    synchronize: false,
    logging: false,
    poolErrorHandler: options.onPoolError,
    extra: {
      max: options.poolSize ?? 12,
      options: `-c search_path=${options.schema} -c idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_MS}`,
    },
  });
}
