import { createServer } from 'node:net';
import { once } from 'node:events';
import { freePort } from './free-port';

test('a port is kept while it is free, and another chosen when it is taken', async () => {
  const port = await freePort();
  expect(await freePort(port)).toBe(port);
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  expect(await freePort(port)).not.toBe(port);
  server.close();
});
