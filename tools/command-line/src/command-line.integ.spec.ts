import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Stack } from '@tributary/stack';

jest.setTimeout(120_000);

function run(...args: string[]): { status: number | null; output: string } {
  const node = ['--conditions=@tributary/source', '--require', '@swc-node/register'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, 'tools/command-line/src/main.ts', ...args], {
    cwd: resolve(__dirname, '../../..'),
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

test('each command explains itself, and a wrong word is named', () => {
  for (const command of ['start', 'status', 'reset']) {
    expect(run(command, '--help')).toMatchObject({ status: 0, output: expect.stringContaining('--state-dir DIR') });
  }
  expect(run('begin')).toMatchObject({ status: 2, output: expect.stringContaining('no command begin') });
  expect(run('status', '--verbos')).toMatchObject({ status: 1, output: expect.stringContaining('--verbos') });
});

test('status shows what runs; reset refuses while it does, and clears what it left', async () => {
  const stateDir = join(mkdtempSync(join(tmpdir(), 'tributary-command-')), 'state');
  const at = `--state-dir=${stateDir}`;
  expect(run('status', at)).toMatchObject({ status: 1, output: expect.stringContaining('npm start starts one') });

  const stack = await Stack.start({ stateDir, parts: ['ethereum'], given: {}, log: () => undefined });
  try {
    const { status, output } = run('status', at);
    expect(status).toBe(0);
    expect(output).toMatch(new RegExp(`ethereum +up +${stack.pid('ethereum')} +\\d+ +0`));
    expect(run('reset', at)).toMatchObject({ status: 1, output: expect.stringContaining(`kill ${process.pid}`) });
    expect(existsSync(stateDir)).toBe(true);
  } finally {
    await stack.stop();
  }
  expect(run('reset', at)).toMatchObject({ status: 0, output: expect.stringContaining('removed') });
  expect(existsSync(stateDir)).toBe(false);
});
