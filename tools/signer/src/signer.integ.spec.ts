import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { unsignedTransfer, Web3Signer, withSignature } from '@tributary/chain-ethereum';
import { mnemonicToAccount } from 'viem/accounts';
import { DEVELOPMENT_MNEMONIC } from './config';

const KEYS = 12;
const UNSIGNED = unsignedTransfer({
  ...{ chainId: 31337, nonce: 0, to: `0x${'bb'.repeat(20)}`, amount: 5n },
  ...{ gasLimit: 21_000n, maxFeePerGas: 5n, maxPriorityFeePerGas: 1n },
});
const addressOf = (addressIndex: number) =>
  mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex }).address.toLowerCase();

function spawnSigner(env: NodeJS.ProcessEnv): ChildProcess {
  const args = ['--conditions=@tributary/source', '-r', '@swc-node/register', 'tools/signer/src/main.ts'];
  const cwd = resolve(__dirname, '../../..');
  return spawn(process.execPath, args, { cwd, env: { ...process.env, PORT: '0', NODE_ENV: undefined, ...env } });
}

describe('the development signer', () => {
  let child: ChildProcess;
  let url: string;

  beforeAll(async () => {
    child = spawnSigner({ SIGNER_KEYS: String(KEYS) });
    for await (const line of createInterface({ input: child.stdout! })) {
      const told = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (told === undefined) continue;
      url = told;
      break;
    }
    child.stdout!.resume();
  });
  afterAll(async () => {
    if (child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  });

  const post = (path: string, body: string, type = 'application/json') =>
    fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': type }, body });

  it('holds the keys of its mnemonic, in BIP 44 order, and says so when it is up', async () => {
    expect((await fetch(`${url}/upcheck`)).status).toBe(200);
    const held = await new Web3Signer(url).addresses();
    expect([...held.keys()]).toEqual(Array.from({ length: KEYS }, (_, index) => addressOf(index)));
  });

  it('signs a transaction with the key that is asked for, alike each time', async () => {
    const signer = new Web3Signer(url);
    const signatures = await Promise.all([3, 3, 4].map((index) => signer.sign(addressOf(index), UNSIGNED)));
    expect(signatures[0]).toBe(signatures[1]);
    const [first, , last] = await Promise.all(signatures.map((signature) => withSignature(UNSIGNED, signature)));
    expect([first!.from, last!.from]).toEqual([addressOf(3), addressOf(4)]);
  });

  it('has no key beyond those, and signs nothing but transactions', async () => {
    const signer = new Web3Signer(url);
    await expect(signer.sign(addressOf(KEYS), UNSIGNED)).rejects.toMatchObject({ code: 'unknown-key' });
    await expect(signer.sign(addressOf(0), '0x1234')).rejects.toMatchObject({ code: 'refused' });
  });

  it('refuses what it cannot read, and says what to send', async () => {
    const [key] = [...(await new Web3Signer(url).addresses()).values()];
    const path = `/api/v1/eth1/sign/${key}`;
    const body = JSON.stringify({ data: UNSIGNED });
    for (const wrong of ['', 'no json', '{}', '[]', 'null', '{"data":12}', `{"data":"0x${'11'.repeat(200_000)}"}`]) {
      const response = await post(path, wrong);
      expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('{"data":')]);
    }
    expect((await post(path, body, 'text/plain')).status).toBe(415);
    expect((await post('/api/v1/eth1/sign/0x12', body)).status).toBe(404);
    expect((await post(path, body)).status).toBe(200);
  });

  it('listens on this machine alone', async () => {
    const elsewhere = url.replace('127.0.0.1', '127.0.0.2');
    await expect(fetch(`${elsewhere}/upcheck`)).rejects.toThrow('fetch failed');
  });
});

it('does not start in production, nor from words that are no mnemonic', async () => {
  for (const [env, message] of [
    [{ NODE_ENV: 'production' }, 'Web3Signer'],
    [{ SIGNER_MNEMONIC: 'one two three' }, 'mnemonic'],
    [{ SIGNER_KEYS: 'many' }, 'SIGNER_KEYS'],
  ] as const) {
    const child = spawnSigner(env);
    let said = '';
    child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [status] = (await once(child, 'close')) as [number];
    expect([status, said]).toEqual([1, expect.stringContaining(message)]);
  }
});
