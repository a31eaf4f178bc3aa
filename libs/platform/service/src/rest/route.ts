import type { z } from 'zod';
import type { Caller, Role } from './caller';

/** What a route takes and answers; the checks, the types and the OpenAPI page are all read off it. */
export interface RouteContract {
  /** One line for the OpenAPI page. */
  readonly summary: string;
  /** Who may call it: somebody with one of these roles. There is no default, so that no route is open by oversight. */
  readonly roles: readonly Role[];
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly reply: z.ZodType;
  /** Status of success; 200 for a query and 201 for a command if left out. */
  readonly status?: number;
  /** Offered also as a stream under `Accept: application/x-ndjson`; the handler then has `rows(input, db)`. */
  readonly ndjson?: z.ZodType;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** The checked input of a handler: `RouteInput<typeof OpenClient.contract>`. */
export interface RouteInput<C extends RouteContract> {
  readonly caller: Caller;
  readonly params: Parsed<C['params']>;
  readonly query: Parsed<C['query']>;
  readonly body: Parsed<C['body']>;
}

/** The answer of a handler, before it is written as JSON. */
export type RouteReply<C extends RouteContract> = z.input<C['reply']>;
