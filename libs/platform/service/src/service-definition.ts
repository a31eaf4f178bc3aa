import type { Provider, Type } from '@nestjs/common';
import type { AnyEvent } from '@tributary/events';
import type { MigrationInterface } from '@tributary/platform-postgres';
import type { Binding, Checked, CommandBinding, PollBinding, QueryBinding } from './bindings';

/** All that a service is: what comes in, what goes out, what it stores. */
export interface ServiceDefinition<
  P extends readonly AnyEvent[] = readonly AnyEvent[],
  C extends readonly Binding<unknown>[] = readonly Binding<unknown>[],
  R extends readonly CommandBinding<unknown>[] = readonly CommandBinding<unknown>[],
  W extends readonly PollBinding<unknown>[] = readonly PollBinding<unknown>[],
> {
  /** Consumer group, Postgres schema (dashes become underscores), `ce_source` and trace name. */
  readonly name: string;
  /** Class made by `configOf`: the service's own environment variables. */
  readonly config?: Type<object>;
  readonly consumes?: C & Checked<C, P>;
  readonly commands?: R & Checked<R, P>;
  readonly queries?: readonly QueryBinding[];
  readonly polls?: W & Checked<W, P>;
  readonly produces: P;
  /** TypeORM entities of the service's own tables. */
  readonly stores: readonly Type<object>[];
  /** In the order in which they run; the platform's own run before them. */
  readonly migrations: readonly Type<MigrationInterface>[];
  /** What handlers inject beside the platform's: a node client, a clock. */
  readonly providers?: readonly Provider[];
}
