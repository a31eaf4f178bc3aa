import { mergeOpenApi, type OpenApi } from './openapi';

interface Merged {
  readonly paths: Record<string, Record<string, { readonly operationId: string }>>;
  readonly components: { readonly schemas: Record<string, unknown> };
}

const reply = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const operation = (operationId: string, schema?: object) => ({ operationId, responses: { 200: { schema } } });

function merged(ledger: OpenApi, graph: OpenApi): Merged {
  return mergeOpenApi([
    { service: 'ledger-writer', document: ledger },
    { service: 'flow-graph', document: graph },
  ]) as Merged;
}

describe('the merged OpenAPI', () => {
  it('holds every path of every service once, below the root', () => {
    const { paths } = merged(
      { paths: { '/books': { get: operation('listBooks') } } },
      { paths: { '/flow': { get: operation('readFlow') } } },
    );
    expect(Object.keys(paths)).toEqual(['/api/v1/books', '/api/v1/flow', '/api/v1/stream']);
  });

  it('keeps a schema that two services share, and tells two apart that merely have one name', () => {
    const shared = { type: 'object', title: 'problem' };
    const { paths, components } = merged(
      { paths: {}, components: { schemas: { Problem: shared, Entry: { type: 'string' } } } },
      {
        paths: { '/flow': { get: operation('readFlow', reply('Entry')) } },
        components: { schemas: { Problem: shared, Entry: { type: 'object', properties: { of: reply('Entry') } } } },
      },
    );
    expect(Object.keys(components.schemas)).toEqual(['Problem', 'Entry', 'FlowGraphEntry']);
    expect(components.schemas['FlowGraphEntry']).toMatchObject({ properties: { of: reply('FlowGraphEntry') } });
    expect(paths['/api/v1/flow']?.['get']).toMatchObject({ responses: { 200: { schema: reply('FlowGraphEntry') } } });
  });

  it('names each operation once', () => {
    const { paths } = merged(
      { paths: { '/ledger-writer/dead-letters': { get: operation('readDeadLetters') } } },
      { paths: { '/flow-graph/dead-letters': { get: operation('readDeadLetters') } } },
    );
    const ids = Object.values(paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(ids).toEqual(['readDeadLetters', 'flow-graph.readDeadLetters', 'followChanges']);
  });
});
