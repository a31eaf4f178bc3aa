import type { NestExpressApplication } from '@nestjs/platform-express';
import type { EventOf } from '@tributary/events';
import type { Request, Response } from 'express';
import { DataSource, type EntityManager } from '@tributary/platform-postgres';
import { nameHttpSpan } from '@tributary/platform-telemetry';
import { z } from 'zod';
import type { Accepted, CommandBinding, QueryBinding, RouteHandler } from '../bindings';
import type { Caller, Role } from './caller';
import { fieldsWithNul } from './nul';
import { Problem, type FieldError } from './problem';
import { allowSlowReader, sendFailure, sendJson, sendLines, sendProblem } from './reply';
import { TokenCheck } from './token-check';
import { Transactor } from '../publish/transactor';

type Answer = Accepted<unknown, EventOf<string, unknown>> | Problem;
interface Handling {
  handle(input: unknown, db: EntityManager): Promise<unknown>;
  rows?(input: unknown, db: EntityManager): AsyncIterable<unknown>;
}

/** Puts the bound routes on Nest's Express: checks who calls and the input, runs the handler, writes the answer. */
export function mountRoutes(
  app: NestExpressApplication,
  bindings: readonly (CommandBinding<unknown> | QueryBinding)[],
): void {
  const express = app.getHttpAdapter().getInstance();
  const tokens = app.get(TokenCheck);
  for (const binding of bindings) {
    const [method, path] = binding.route.split(' ') as [string, string];
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    const handler = app.get<Handling>(binding.handler, { strict: false });
    const answer =
      binding.kind === 'command' ? answerCommand(app, handler) : answerQuery(app, handler, binding.handler);
    express.route(path.replace(/\{(\w+)\}/g, ':$1'))[verb](async (request: Request, response: Response) => {
      nameHttpSpan(method, path);
      try {
        const caller = await tokens.callerOf(request.headers);
        if (caller instanceof Problem) return sendProblem(response, caller);
        const forbidden = refusalOf(caller, binding);
        if (forbidden) return sendProblem(response, forbidden);
        const input = readInput(binding.handler, request, caller);
        if (input instanceof Problem) sendProblem(response, input);
        else await answer(input, request, response, statusOf(binding));
      } catch (error) {
        if (response.headersSent) response.destroy(error as Error);
        else sendFailure(response, error);
      }
    });
  }
}

type AnswerRequest = (input: unknown, request: Request, response: Response, status: number) => Promise<void>;

function answerCommand(app: NestExpressApplication, handler: Handling): AnswerRequest {
  const transactor = app.get(Transactor);
  return async (input, _request, response, status) => {
    try {
      const { reply } = await transactor.run(async (tx) => {
        const answer = (await handler.handle(input, tx)) as Answer;
        if (answer instanceof Problem) throw new Refused(answer);
        return answer;
      });
      sendJson(response, status, reply);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      sendProblem(response, error.problem);
    }
  };
}

function answerQuery(app: NestExpressApplication, handler: Handling, { contract }: RouteHandler): AnswerRequest {
  const dataSource = app.get(DataSource);
  return async (input, request, response, status) => {
    const rows = contract.ndjson && handler.rows?.bind(handler);
    if (rows && request.accepts(['application/json', 'application/x-ndjson']) === 'application/x-ndjson') {
      await dataSource.transaction('REPEATABLE READ', async (tx) => {
        await allowSlowReader(tx);
        await sendLines(response, rows(input, tx));
      });
      return;
    }
    const answer = await handler.handle(input, dataSource.manager);
    if (answer instanceof Problem) sendProblem(response, answer);
    else sendJson(response, status, answer);
  };
}

/** Rolls a command's transaction back: a refusal leaves no trace. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** Status of a route's success. */
export function statusOf({ kind, handler }: CommandBinding<unknown> | QueryBinding): number {
  return handler.contract.status ?? (kind === 'command' ? 201 : 200);
}

function refusalOf(
  { subject, roles }: Caller,
  { route, handler: { contract } }: CommandBinding<unknown> | QueryBinding,
): Problem | undefined {
  if (contract.roles.some((role) => roles.includes(role))) return undefined;
  const has = listed(roles) || 'without a role here';
  const detail = `${route} is for ${listed(contract.roles)}; ${subject} is ${has}: sign in as somebody who may`;
  return new Problem(403, 'role-missing', detail);
}

function listed(roles: readonly Role[]): string {
  return roles.join(' or ');
}

/** Of a route that takes none. */
const NO_QUERY = z.object({});

/** A query parameter that the contract does not name is refused: a misspelt filter would let everything through. */
function readInput({ contract }: RouteHandler, request: Request, caller: Caller): unknown {
  const schemas = { ...contract, query: (contract.query ?? NO_QUERY).strict() };
  const errors: FieldError[] = [];
  const read = (part: 'params' | 'query' | 'body'): unknown => {
    const schema = schemas[part];
    if (!schema) return undefined;
    const withNul = fieldsWithNul(request[part], part);
    if (withNul.length > 0) {
      errors.push(...withNul.map((field) => ({ field, reason: 'must hold no NUL character' })));
      return undefined;
    }
    const parsed = schema.safeParse(request[part] ?? {});
    if (parsed.success) return parsed.data;
    errors.push(
      ...parsed.error.issues.map(({ path, message }) => ({ field: [part, ...path].join('.'), reason: message })),
    );
    return undefined;
  };
  const input = { caller, params: read('params'), query: read('query'), body: read('body') };
  if (errors.length === 0) return input;
  return new Problem(400, 'invalid-input', 'The request does not fit this route; see errors for each field', errors);
}
