import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterwards } from './watcher.fixture';

/** A node in between that can leave the last log of each block out, or answer nothing. */
export async function startLyingProxy(target: string) {
  const proxy = { url: '', target, isLying: false, isDown: false };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (proxy.isDown) return void request.socket.destroy();
      const body = Buffer.concat(chunks).toString();
      void fetch(proxy.target, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
        .then((answer) => answer.json() as Promise<{ result: { logs: unknown[] }[] }>)
        .then((answer) => {
          if (proxy.isLying && body.includes('eth_getBlockReceipts')) answer.result.at(-1)?.logs.pop();
          response.end(JSON.stringify(answer));
        })
        .catch(() => request.socket.destroy());
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterwards(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return proxy;
}
