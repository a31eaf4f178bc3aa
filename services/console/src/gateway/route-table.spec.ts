import { RouteTable } from './route-table';

const get = { get: { operationId: 'read' } };

describe('the owner of a route', () => {
  const table = new RouteTable();
  table.declare('flow-graph', { paths: { '/flow': get, '/flow/edges': get } });
  table.declare('ledger-writer', { paths: { '/entries': get, '/entries/{entryId}': get, '/entries/latest': get } });
  table.declare('custody-registry', {
    paths: {
      '/addresses': { ...get, post: { operationId: 'allocate' } },
      '/addresses/{chain}/{address}': get,
      '/{anything}/latest': get,
    },
  });

  it.each([
    ['GET', '/flow', 'flow-graph'],
    ['HEAD', '/flow/edges', 'flow-graph'],
    ['POST', '/addresses', 'custody-registry'],
    ['GET', '/addresses/eip155:1/0xab', 'custody-registry'],
    ['GET', '/entries/latest', 'ledger-writer'],
    ['GET', '/entries/eip155%3A1%2F0xab', 'ledger-writer'],
  ])('%s %s is %s', (method, path, owner) => expect(table.ownerOf(method, path)).toBe(owner));

  it.each([
    ['POST', '/flow'],
    ['GET', '/flow/'],
    ['GET', '/entries/'],
    ['GET', '/entries/a/b'],
    ['GET', '/'],
    ['DELETE', '/addresses'],
  ])('%s %s is nobody', (method, path) => expect(table.ownerOf(method, path)).toBeUndefined());

  it('follows what a service declares anew', () => {
    table.declare('flow-graph', { paths: { '/trace': get } });
    expect([table.ownerOf('GET', '/flow'), table.ownerOf('GET', '/trace')]).toEqual([undefined, 'flow-graph']);
  });
});
