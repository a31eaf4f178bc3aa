import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readPipeline } from './pipeline';

jest.setTimeout(120_000);

async function answering(body: string): Promise<{ url: string; close(): void }> {
  const server = createServer((request, reply) => {
    reply.writeHead(request.url === '/health/pipeline' ? 200 : 404).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/health/ready`;
  return { url, close: () => server.close() };
}

test('the lag of a service is the sum of its messages and its oldest wait', async () => {
  const service = await answering(
    JSON.stringify({
      service: 'ledger-writer',
      consumers: [
        { topic: 'custody.transfers.v1', partition: 0, lagMessages: 3, lagSeconds: 1.25 },
        { topic: 'custody.registry.v1', partition: 0, lagMessages: 4, lagSeconds: 0.5 },
      ],
      deadLetters: { count: 2 },
      outbox: { pending: 7 },
    }),
  );
  expect(await readPipeline(service.url)).toEqual({ lag: '7 messages, 1.3 s', deadLetters: '2', outbox: '7' });
  service.close();
});

test('a service that does not answer, or answers rubbish, is unknown and not up to date', async () => {
  const unknown = { lag: 'unknown', deadLetters: 'unknown', outbox: 'unknown' };
  const service = await answering('<html>');
  expect(await readPipeline(service.url)).toEqual(unknown);
  service.close();
  expect(await readPipeline(service.url)).toEqual(unknown);
});
