import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from './stack';

const start = (given: { SIGNER_URL?: string }) =>
  Stack.start({
    ...{ stateDir: mkdtempSync(join(tmpdir(), 'tributary-signer-')), parts: ['signer'], given },
    log: () => undefined,
  });

const publicKeys = async ({ env }: Stack): Promise<string[]> =>
  (await (await fetch(`${env.SIGNER_URL}/api/v1/eth1/publicKeys`)).json()) as string[];

test('the signer serves as soon as the stack has started, and holds the same keys after kill -9', async () => {
  const stack = await start({});
  try {
    const before = await publicKeys(stack);
    expect(before).toHaveLength(400);
    await stack.kill('signer');
    await stack.ready('signer');
    expect(await publicKeys(stack)).toEqual(before);
  } finally {
    await stack.stop();
  }
});

test('SIGNER_URL puts another signer in its place, and none is started', async () => {
  const stack = await start({ SIGNER_URL: 'http://127.0.0.1:9000' });
  try {
    expect(stack.env.SIGNER_URL).toBe('http://127.0.0.1:9000');
    expect(() => stack.pid('signer')).toThrow('no part is named signer');
  } finally {
    await stack.stop();
  }
});
