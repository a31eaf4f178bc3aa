import { ANY_ROLE } from '@tributary/platform-service';

/** The parts of an OpenAPI document that merging touches. */
export interface OpenApi {
  /** Path template to its operations by method. */
  readonly paths?: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, unknown>>;
    readonly securitySchemes?: Readonly<Record<string, unknown>>;
  };
}

/** Path of the public interface's root; a service's own path follows it. */
export const API_ROOT = '/api/v1';

/**
 * Makes one document of many. Each path stands below the API's root. An operation that two services name alike, and a
 * schema that they name alike and define otherwise, gets its service's name in front.
 */
export function mergeOpenApi(documents: readonly { readonly service: string; readonly document: OpenApi }[]): object {
  const paths: Record<string, object> = {};
  const schemas: Record<string, unknown> = {};
  const securitySchemes: Record<string, unknown> = {};
  const operationIds = new Set<string>();
  for (const { service, document } of documents) {
    const own = document.components?.schemas ?? {};
    Object.assign(securitySchemes, document.components?.securitySchemes);
    const renamed = new Map(
      Object.keys(own)
        .filter((name) => name in schemas && JSON.stringify(schemas[name]) !== JSON.stringify(own[name]))
        .map((name) => [name, `${pascal(service)}${name}`]),
    );
    for (const [name, schema] of Object.entries(own)) schemas[renamed.get(name) ?? name] = referring(schema, renamed);
    for (const [path, operations] of Object.entries(document.paths ?? {})) {
      for (const [method, operation] of Object.entries(operations)) {
        const { operationId } = operation;
        const named = operationIds.has(operationId)
          ? { ...operation, operationId: `${service}.${operationId}` }
          : operation;
        operationIds.add(named.operationId);
        paths[API_ROOT + path] = { ...paths[API_ROOT + path], [method]: referring(named, renamed) };
      }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tributary', version: '1', description: 'Every service of Tributary behind one origin.' },
    paths: { ...paths, [`${API_ROOT}/stream`]: STREAM },
    components: { schemas, securitySchemes },
  };
}

/** The one path that no contract can state: it answers for ever. */
const STREAM = {
  get: {
    operationId: 'followChanges',
    summary: 'Follow what changes, as server-sent events',
    description:
      'Sends `changed` with {topics} on connecting and whenever events of those topics took effect. The id is an ' +
      'opaque cursor: sent back as Last-Event-ID it leaves out what has not changed since.',
    tags: ['console'],
    security: [{ bearer: [] }],
    'x-roles': ANY_ROLE,
    parameters: [{ in: 'header', name: 'Last-Event-ID', schema: { type: 'string' } }],
    responses: { 200: { description: 'Changes', content: { 'text/event-stream': { schema: { type: 'string' } } } } },
  },
};

function referring(part: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (renamed.size === 0) return part;
  return JSON.parse(JSON.stringify(part), (key, value: unknown) => {
    const name = key === '$ref' ? /^#\/components\/schemas\/(.+)$/.exec(String(value))?.[1] : undefined;
    const now = name && renamed.get(name);
    return now ? `#/components/schemas/${now}` : value;
  });
}

function pascal(service: string): string {
  return service.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
