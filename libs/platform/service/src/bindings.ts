import type { Type } from '@nestjs/common';
import type { AnyEvent, EventOfType, ReceivedOfType } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-postgres';
import type { Problem } from './rest/problem';
import type { RouteContract } from './rest/route';

/**
 * What a service does with an event that it consumes. Runs inside the one transaction that also holds the
 * fence, the inbox row and the outbox rows of the events that it returns.
 */
export interface Binding<O> {
  readonly event: AnyEvent;
  readonly handler: Type<unknown>;
  /** Only for the compiler: what the handler returns. */
  readonly returns?: O;
}

/** A REST command: same transaction as a consumed event, less fence and inbox. */
export interface CommandBinding<O> {
  readonly kind: 'command';
  readonly route: Route;
  readonly handler: RouteHandler;
  readonly returns?: O;
}

/** A REST query: reads committed state, returns no events. */
export interface QueryBinding {
  readonly kind: 'query';
  readonly route: Route;
  readonly handler: RouteHandler;
}

/** Something that is asked again and again: a node, a clock. */
export interface PollBinding<O> {
  readonly handler: Type<unknown>;
  /** Pause after a poll that found nothing more to do. */
  readonly everyMs: number;
  readonly returns?: O;
}

/** `POST /clients/{clientId}/close`: method and path, parameters in braces as OpenAPI writes them. */
export type Route = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;

/** A handler class with its contract beside it. */
export type RouteHandler = Type<unknown> & { readonly contract: RouteContract };

/** Opens a transaction, runs the work, puts the events that it returns into the outbox, commits; a deadlock is retried. */
export type Transact<O> = (work: (tx: EntityManager) => Promise<readonly O[]>) => Promise<void>;

/** A command's success: the answer to the caller, and what happened. */
export interface Accepted<R, O> {
  readonly reply: R;
  readonly events: readonly O[];
}

type Returned<H> = H extends { handle(...given: never[]): Promise<infer R> }
  ? R extends readonly (infer O)[]
    ? O
    : never
  : never;
type Commanded<H> = H extends { handle(...given: never[]): Promise<infer R> }
  ? R extends Accepted<unknown, infer O>
    ? O
    : never
  : never;
type Polled<H> = H extends { poll(transact: Transact<infer O>, ...rest: never[]): unknown } ? O : never;

/** Binds an event to the handler class that answers it. */
export function on<
  E extends AnyEvent,
  H extends { handle(event: ReceivedOfType<E>, tx: EntityManager): Promise<readonly unknown[]> },
>(event: E, handler: Type<H>): Binding<Returned<H>> {
  return { event, handler };
}

/** Binds a route to the handler class that changes something. */
export function command<
  H extends { handle(input: never, tx: EntityManager): Promise<Accepted<unknown, unknown> | Problem> },
>(route: Route, handler: Type<H> & { readonly contract: RouteContract }): CommandBinding<Commanded<H>> {
  return { kind: 'command', route, handler };
}

/** Binds a GET route to the handler class that reads. */
export function query<H extends { handle(input: never, db: EntityManager): Promise<unknown> }>(
  route: `GET /${string}`,
  handler: Type<H> & { readonly contract: RouteContract },
): QueryBinding {
  return { kind: 'query', route, handler };
}

/** Binds a handler class that asks the world outside. It answers `more` to be called again at once. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- `never` or `unknown` would refuse every poll of typed events
export function poll<H extends { poll(transact: Transact<any>, signal: AbortSignal): Promise<'more' | 'idle'> }>(
  handler: Type<H>,
  { everyMs }: { readonly everyMs: number },
): PollBinding<Polled<H>> {
  return { handler, everyMs };
}

/** Refuses, at compile time, a binding that returns an event which the service does not list in `produces`. */
export type Checked<B, P extends readonly AnyEvent[]> = {
  [K in keyof B]: B[K] extends { readonly returns?: infer O }
    ? [Exclude<O, undefined>] extends [EventOfType<P[number]>]
      ? B[K]
      : { readonly error: 'event not in produces'; readonly event: O }
    : B[K];
};
