import 'reflect-metadata';
import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { assertConfigured, type ConfigClass } from '@tributary/platform-config';
import { DataSource, Inbox } from '@tributary/platform-postgres';
import { logger } from '@tributary/platform-telemetry';
import { mountHealth } from './health';
import { KafkaStrategy } from './consume/kafka-strategy';
import { Lag } from './consume/lag';
import { NestLog } from './nest-log';
import { openApiOf } from './rest/openapi';
import { PlatformConfig } from './platform-config';
import { Poller } from './poller';
import { ProblemFilter } from './rest/problem-filter';
import { Relay } from './publish/relay';
import { mountRoutes } from './rest/rest';
import type { ServiceDefinition } from './service-definition';
import { DEFINITION, ENVIRONMENT, routesOf, ServiceModule } from './service-module';

const PRUNE_EVERY_MS = 3_600_000;
/** Longer than any resend: a relay that crashed before its acknowledgement resends within minutes. */
const INBOX_DAYS = 30;

export interface StartOptions {
  /** Read instead of the process's environment variables. */
  readonly env?: NodeJS.ProcessEnv;
  /** Providers to put in the place of others: a harness breaks one guard of the backbone to see it missed. */
  readonly replace?: readonly Provider[];
  /** The consumer ended for good, or the fence is broken; the service does nothing more. */
  readonly onCrash?: (error: Error) => void;
}

/** A service at work in this process. */
export interface RunningService {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  get<T>(token: Type<T>): T;
  /** Stops polls, finishes the batch in hand, publishes what is committed, and disconnects. */
  stop(): Promise<void>;
}

/**
 * Starts a service: reads its configuration, migrates, listens, relays and polls, and joins its consumer group.
 * Waits for a database or a broker that is not up yet.
 *
 * @throws {ConfigError} bad environment variables, all of them named
 */
export async function startService(module: Type<object>, options: StartOptions = {}): Promise<RunningService> {
  const { root, definition } = rootOf(module, options);
  const configs = [PlatformConfig, ...(definition.config ? [definition.config] : [])] as ConfigClass[];
  assertConfigured(configs, options.env ?? process.env);

  const app = await NestFactory.create<NestExpressApplication>(root, {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLog(),
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useBodyParser('json', { limit: '1mb' });
  app.disable('x-powered-by');
  mountHealth(app);
  mountRoutes(app, routesOf(definition));
  const openApi = openApiOf(definition.name, routesOf(definition));
  app
    .getHttpAdapter()
    .getInstance()
    .get('/openapi.json', (_request: Request, response: Response) => void response.json(openApi));

  const { PORT, HOST } = app.get(PlatformConfig);
  const strategy = app.get(KafkaStrategy);
  strategy.on('crash', options.onCrash ?? (() => undefined));
  app.connectMicroservice({ strategy });
  await app.listen(PORT, HOST);
  const url = await app.getUrl();
  logger.info({ url }, 'Service listens');
  // Joining a group can take as long as its dead member is missed: what does not consume goes on meanwhile.
  app.get(Relay).start();
  app.get(Poller).start();
  app.get(Lag).start();
  await app.startAllMicroservices();
  const pruning = setInterval(() => void prune(app), PRUNE_EVERY_MS).unref();
  logger.info({ consumes: definition.consumes?.length ?? 0 }, 'Service is ready');
  return { url, get: (token) => app.get(token, { strict: false }), stop: () => stop(app, pruning) };
}

async function stop(app: NestExpressApplication, pruning: NodeJS.Timeout): Promise<void> {
  clearInterval(pruning);
  app.get(Lag).stop();
  await app.get(Poller).stop();
  await app.get(KafkaStrategy).close();
  await app.get(Relay).stop();
  await app.close();
}

async function prune(app: NestExpressApplication): Promise<void> {
  await app
    .get(Inbox)
    .prune(app.get(DataSource).manager, INBOX_DAYS)
    .catch((error: unknown) => logger.warn({ error }, 'Pruning the inbox failed; it will be tried again'));
}

/** The service's module once more, with its environment and its replacements; the original stays untouched. */
function rootOf(
  module: Type<object>,
  { env, replace = [] }: StartOptions,
): { root: Type<object>; definition: ServiceDefinition } {
  const imports: (Type<object> | DynamicModule)[] = Reflect.getMetadata('imports', module) ?? [];
  const service = imports.find((each): each is DynamicModule => 'module' in each && each.module === ServiceModule);
  if (!service) throw new Error(`${module.name} imports no ServiceModule.of({ … })`);
  const providers = [
    ...(service.providers ?? []),
    ...(env ? [{ provide: ENVIRONMENT, useValue: env }] : []),
    ...replace,
  ];
  class Root {}
  Module({
    imports: [...imports.filter((each) => each !== service), { ...service, providers }],
    controllers: Reflect.getMetadata('controllers', module) ?? [],
    providers: Reflect.getMetadata('providers', module) ?? [],
  })(Root);
  const definition = (service.providers ?? []).find((each) => 'provide' in each && each.provide === DEFINITION);
  return { root: Root, definition: (definition as { useValue: ServiceDefinition }).useValue };
}
