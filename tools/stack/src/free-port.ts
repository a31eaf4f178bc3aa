import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below what systems hand to outgoing connections (32768 on Linux): none of those can take a port of ours. */
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;

/**
 * A TCP port of 127.0.0.1 that nothing listens on.
 * @param preferred taken if it is free
 * @param promised   given to others that do not listen yet
 */
export async function freePort(preferred?: number, promised: readonly number[] = []): Promise<number> {
  if (preferred !== undefined && (await isFree(preferred))) return preferred;
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (!promised.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`found no free port between ${FIRST_PORT} and ${LAST_PORT} on 127.0.0.1; end what listens there`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
