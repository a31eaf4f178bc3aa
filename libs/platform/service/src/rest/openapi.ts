import { createDocument, type CreateDocumentOptions, type ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import type { CommandBinding, QueryBinding } from '../bindings';
import { statusOf } from './rest';

const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });

const PROBLEM = {
  description: 'What was wrong and what to do next',
  content: { 'application/problem+json': { schema: ProblemDetails } },
};

const BEARER = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'Access token of the configured OpenID provider; x-roles says which roles an operation is for',
} as const;

/** How what JSON has no type for is written: amounts as decimal strings, times as ISO 8601. */
const AS_WRITTEN: CreateDocumentOptions = {
  override: ({ zodSchema, jsonSchema }) => {
    const { type } = zodSchema._zod.def;
    if (type === 'bigint') Object.assign(jsonSchema, { type: 'string', pattern: '^-?\\d+$' });
    if (type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
  },
  allowEmptySchema: { bigint: true, date: true, custom: true, transform: true, unknown: true },
};

/** The OpenAPI page of a service, read off its routes' contracts. */
export function openApiOf(service: string, bindings: readonly (CommandBinding<unknown> | QueryBinding)[]): unknown {
  const paths: ZodOpenApiPathsObject = {};
  for (const binding of bindings) {
    const [method = '', path = ''] = binding.route.split(' ');
    const { summary, roles, params, query, body, reply, ndjson } = binding.handler.contract;
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        operationId: binding.handler.name.charAt(0).toLowerCase() + binding.handler.name.slice(1),
        summary,
        tags: [service],
        security: [{ bearer: [] }],
        'x-roles': [...roles],
        requestParams: { ...(params ? { path: params } : {}), ...(query ? { query } : {}) },
        ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
        responses: {
          [String(statusOf(binding))]: {
            description: 'Success',
            content: {
              'application/json': { schema: reply },
              ...(ndjson ? { 'application/x-ndjson': { schema: ndjson } } : {}),
            },
          },
          '4XX': PROBLEM,
          '5XX': PROBLEM,
        },
      },
    };
  }
  const components = { securitySchemes: { bearer: BEARER } };
  return createDocument({ openapi: '3.1.0', info: { title: service, version: '1' }, paths, components }, AS_WRITTEN);
}
