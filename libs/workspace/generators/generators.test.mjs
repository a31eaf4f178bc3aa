import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Packages of this repository in node_modules, which the copy must resolve to its own folders. */
const OWN = /^(@tributary|workspace)$/;

let copy;

/** Runs a program in the copy; what it printed stands in the error where it fails. */
function run(command, ...args) {
  try {
    return execFileSync(command, args, {
      cwd: copy,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NX_DAEMON: 'false', NX_WORKSPACE_ROOT_PATH: copy, NX_WORKSPACE_ROOT: copy },
    });
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}\n${error.stdout}\n${error.stderr}`, { cause: error });
  }
}

/** A copy of the tree as it stands, with the packages that are installed here. */
before(() => {
  copy = mkdtempSync(join(tmpdir(), 'tributary-generated-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const file of files.toString().split('\0').filter(Boolean)) {
    if (existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(copy, file));
  }
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (!OWN.test(name)) symlinkSync(join(ROOT, 'node_modules', name), join(copy, 'node_modules', name));
  }
  const { packages } = JSON.parse(readFileSync(join(copy, 'package-lock.json'), 'utf8'));
  for (const [link, { resolved, link: isLink }] of Object.entries(packages)) {
    if (!isLink) continue;
    mkdirSync(dirname(join(copy, link)), { recursive: true });
    symlinkSync(join(copy, resolved), join(copy, link));
    const nested = join(resolved, 'node_modules');
    if (existsSync(join(ROOT, nested))) symlinkSync(join(ROOT, nested), join(copy, nested));
  }
  run('git', 'init', '--quiet');
});

after(() => rmSync(copy, { recursive: true, force: true }));

test('a generated service has the types, passes the lint and builds', () => {
  run('npx', 'nx', 'g', 'workspace:service', 'fee-watcher');
  run('npx', 'tsc', '--noEmit', '-p', 'services/fee-watcher');
  run('npx', 'eslint', 'services/fee-watcher/src');
  run('npx', 'prettier', '--check', 'services/fee-watcher');
  run('npx', 'nx', 'build', '@tributary/fee-watcher', '--excludeTaskDependencies');
  assert.ok(existsSync(join(copy, 'services/fee-watcher/dist/main.js')));
});

test('a name that is taken is refused, and what stands is left alone', () => {
  const before = readFileSync(join(copy, 'services/flow-graph/package.json'), 'utf8');
  assert.throws(() => run('npx', 'nx', 'g', 'workspace:service', 'flow-graph'), /exists/);
  assert.equal(readFileSync(join(copy, 'services/flow-graph/package.json'), 'utf8'), before);
});

test('a generated event has a compatible contract, and a codec that has its types', () => {
  run('npx', 'nx', 'g', 'workspace:event', 'SweepPaused', '--context', 'outgoing');
  assert.match(readFileSync(join(copy, 'libs/events/src/generated/events.ts'), 'utf8'), /export const SweepPaused/);
  run('npm', 'run', '--silent', 'check', '-w', 'libs/events');
  run('npx', 'tsc', '--noEmit', '-p', 'libs/events');
});
