import { Module, type DynamicModule, type FactoryProvider, type Provider } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { AnyEvent } from '@tributary/events';
import {
  DataSource,
  DeadLetters,
  Fence,
  Inbox,
  Outbox,
  OutboxReader,
  postgresModule,
} from '@tributary/platform-postgres';
import { KafkajsBroker } from '@tributary/platform-kafka';
import { logger } from '@tributary/platform-telemetry';
import type { Binding, CommandBinding, PollBinding, QueryBinding } from './bindings';
import { ConsumeBatch } from './consume/consume-batch';
import { databaseOf } from './database';
import { EventHandlers } from './consume/event-handlers';
import { KafkaStrategy } from './consume/kafka-strategy';
import { Lag } from './consume/lag';
import { Names } from './names';
import { Outgoing } from './publish/outgoing';
import { PlatformConfig } from './platform-config';
import { Poller } from './poller';
import { ReadDeadLetters } from './consume/read-dead-letters';
import { Relay } from './publish/relay';
import { ReplaySubject } from './consume/replay-subject';
import type { ServiceDefinition } from './service-definition';
import { TokenCheck } from './rest/token-check';
import { Topics } from './topics';
import { Transactor } from './publish/transactor';

/** Injection token of the environment variables that the service reads. */
export const ENVIRONMENT = Symbol('ENVIRONMENT');

/** Injection token of the service's definition. */
export const DEFINITION = Symbol('DEFINITION');

const BROKER = Symbol('BROKER');

/** A service as one Nest module: its handlers beside the backbone that calls them. */
@Module({})
export class ServiceModule {
  /** @see ServiceDefinition; an event that a binding returns and `produces` lacks does not compile */
  static of<
    const P extends readonly AnyEvent[],
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- `unknown` would refuse every binding whose output is narrower
    const C extends readonly Binding<any>[] = readonly [],
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const R extends readonly CommandBinding<any>[] = readonly [],
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const W extends readonly PollBinding<any>[] = readonly [],
  >(definition: ServiceDefinition<P, C, R, W>): DynamicModule {
    const plain = definition as unknown as ServiceDefinition;
    const bound = [...(plain.consumes ?? []), ...routesOf(plain), ...(plain.polls ?? [])].map(({ handler }) => handler);
    return {
      module: ServiceModule,
      // The database's module takes its settings from here.
      global: true,
      imports: [postgresModule({ inject: [DEFINITION, PlatformConfig, Names], useFactory: databaseOf })],
      exports: [DEFINITION, PlatformConfig, Names],
      providers: [
        { provide: ENVIRONMENT, useValue: process.env },
        { provide: DEFINITION, useValue: plain },
        ...BACKBONE,
        ...(plain.config ? [configFrom(plain.config as ConfigOf)] : []),
        ...(plain.providers ?? []),
        ...new Set(bound),
      ],
    };
  }
}

/** The service's own routes and the two that every service has. */
export function routesOf(service: ServiceDefinition): readonly (CommandBinding<unknown> | QueryBinding)[] {
  return [
    ...((service.commands as readonly CommandBinding<unknown>[] | undefined) ?? []),
    ...(service.queries ?? []),
    { kind: 'query', route: `GET /${service.name}/dead-letters`, handler: ReadDeadLetters },
    { kind: 'query', route: `POST /${service.name}/dead-letters/replay`, handler: ReplaySubject },
  ];
}

type ConfigOf = new (env: NodeJS.ProcessEnv) => object;

function configFrom(config: ConfigOf): FactoryProvider {
  return { provide: config, inject: [ENVIRONMENT], useFactory: (env: NodeJS.ProcessEnv) => new config(env) };
}

const BACKBONE: readonly Provider[] = [
  Fence,
  Inbox,
  Outbox,
  OutboxReader,
  DeadLetters,
  ConsumeBatch,
  Transactor,
  configFrom(PlatformConfig),
  {
    provide: Names,
    inject: [DEFINITION, PlatformConfig],
    useFactory: ({ name }: ServiceDefinition, { NAMESPACE }: PlatformConfig) => new Names(name, NAMESPACE),
  },
  {
    provide: TokenCheck,
    inject: [PlatformConfig],
    useFactory: ({ OIDC_ISSUER, OIDC_AUDIENCE, OIDC_ROLES_CLAIM }: PlatformConfig) =>
      new TokenCheck({ issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE, rolesClaim: OIDC_ROLES_CLAIM }),
  },
  {
    provide: BROKER,
    inject: [PlatformConfig, Names],
    useFactory: ({ KAFKA_BROKERS, KAFKA_REPLICATION_FACTOR }: PlatformConfig, { group }: Names) =>
      new KafkajsBroker({
        brokers: KAFKA_BROKERS,
        clientId: group,
        replicationFactor: KAFKA_REPLICATION_FACTOR,
        onRetry: (facts) => logger.warn(facts, 'Kafka client retries'),
      }),
  },
  {
    provide: Topics,
    inject: [DEFINITION, BROKER, Names],
    useFactory: ({ consumes, produces }: ServiceDefinition, broker: KafkajsBroker, names: Names) =>
      new Topics(broker.admin(), names, topicsOf((consumes ?? []).map(({ event }) => event)), topicsOf(produces)),
  },
  {
    provide: EventHandlers,
    inject: [ModuleRef, DEFINITION],
    useFactory: (modules: ModuleRef, { consumes }: ServiceDefinition) => new EventHandlers(modules, consumes ?? []),
  },
  {
    provide: Outgoing,
    inject: [DEFINITION],
    useFactory: ({ name, produces }: ServiceDefinition) => new Outgoing(name, produces),
  },
  {
    provide: Relay,
    inject: [DataSource, OutboxReader, Names, BROKER],
    useFactory: (dataSource: DataSource, reader: OutboxReader, names: Names, broker: KafkajsBroker) =>
      new Relay(dataSource, reader, names, broker.producer()),
  },
  {
    provide: Poller,
    inject: [ModuleRef, Transactor, DEFINITION],
    useFactory: (modules: ModuleRef, transactor: Transactor, { polls }: ServiceDefinition) =>
      new Poller(modules, transactor, polls ?? []),
  },
  {
    provide: KafkaStrategy,
    inject: [BROKER, Topics, Names, ConsumeBatch],
    useFactory: (broker: KafkajsBroker, topics: Topics, names: Names, consumeBatch: ConsumeBatch) =>
      new KafkaStrategy(broker, topics, names, consumeBatch),
  },
  {
    provide: Lag,
    inject: [DataSource, Topics],
    useFactory: (dataSource: DataSource, topics: Topics) => new Lag(dataSource, topics),
  },
  ReadDeadLetters,
  ReplaySubject,
];

function topicsOf(events: readonly AnyEvent[]): string[] {
  return events.map((event) => event.topic);
}
