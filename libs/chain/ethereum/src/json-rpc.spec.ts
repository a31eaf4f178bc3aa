import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EthereumNode } from './ethereum-node';

/** Asks a server of our own, which answers as the test wants, for its chain. */
async function askServer(answer: RequestListener, timeoutMs = 2_000): Promise<string> {
  const server = await listen(answer);
  try {
    return await new EthereumNode(server.url, timeoutMs).chainId();
  } finally {
    await server.close();
  }
}

async function listen(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

describe('a node that answers rubbish', () => {
  it.each([
    ['no JSON', '<html>', 'malformed', 'no JSON'],
    ['JSON of another form', '[]', 'malformed', 'another form'],
    ['a result of another form', '{"result":12}', 'malformed', 'another form'],
    ['a quantity with leading zeros', '{"result":"0x01"}', 'malformed', 'hexadecimal integer'],
    ['an error', '{"error":{"code":-32000,"message":"header not found"}}', 'refused', 'header not found'],
  ])('is named where it answers %s', async (_, body, code, message) => {
    const asking = askServer((_request, response) => response.end(body));
    await expect(asking).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('is unreachable where it answers with an HTTP error', async () => {
    const asking = askServer((_request, response) => response.writeHead(502).end('bad gateway'));
    await expect(asking).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining('502') });
  });

  it('is unreachable where it does not answer in time', async () => {
    await expect(askServer(() => undefined, 100)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('is unreachable where nobody listens', async () => {
    const server = await listen(() => undefined);
    await server.close();
    const asking = new EthereumNode(server.url).chainId();
    await expect(asking).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

it('reads the chain of a node that answers well', async () => {
  await expect(askServer((_request, response) => response.end('{"result":"0x7a69"}'))).resolves.toBe('eip155:31337');
});
