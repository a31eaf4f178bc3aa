import { startService } from './start-service';
import { PingModule } from './fixtures/ping-service';
import { serviceEnv, testNamespace, until } from '@tributary/testing';

it('runs a service end to end: command, outbox, Kafka, handler, outbox', async () => {
  const service = await startService(PingModule, { env: serviceEnv(testNamespace()) });
  const reply = await fetch(`${service.url}/clients`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: 'a-1', version: 1 }),
  });
  expect(reply.status).toBe(201);
  await until('the event takes effect', async () => {
    const { effects } = (await (await fetch(`${service.url}/effects`)).json()) as { effects: unknown[] };
    return effects.length === 2;
  });
  await service.stop();
}, 60_000);
