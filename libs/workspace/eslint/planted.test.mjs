import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { ESLint, Linter } from 'eslint';
import serviceListsHandlers from './service-lists-handlers.mjs';

const ROOT = resolve(import.meta.dirname, '../../..');
const BOUNDARY = '@nx/enforce-module-boundaries';

/** What the project's own ESLint says when this code stood in that file. */
async function rulesBrokenBy(code, file) {
  const [result] = await new ESLint({ cwd: ROOT }).lintText(code, { filePath: join(ROOT, file) });
  return result.messages.map(({ ruleId }) => ruleId);
}

const planted = [
  ['domain imports platform', 'libs/domain/amount/src/amount.ts', '@tributary/platform-service', BOUNDARY],
  ['domain imports a package', 'libs/domain/amount/src/amount.ts', 'zod', BOUNDARY],
  ['domain imports Node', 'libs/domain/amount/src/amount.ts', 'node:fs', 'no-restricted-imports'],
  ['service imports a service', 'services/ledger-writer/src/service.ts', '../../flow-graph/src/service', BOUNDARY],
  ['service imports kafkajs', 'services/ledger-writer/src/service.ts', 'kafkajs', BOUNDARY],
  [
    'service imports TypeORM outside store/',
    'services/ledger-writer/src/service.ts',
    'typeorm',
    'no-restricted-imports',
  ],
  ['service imports test parts', 'services/ledger-writer/src/service.ts', '@tributary/testing', BOUNDARY],
  ['platform imports domain', 'libs/platform/service/src/index.ts', '@tributary/domain-custody', BOUNDARY],
  ['chain imports platform', 'libs/chain/ethereum/src/index.ts', '@tributary/platform-service', BOUNDARY],
  [
    'deep import of a lib',
    'services/ledger-writer/src/service.ts',
    '@tributary/events/src/avro',
    'no-restricted-imports',
  ],
];

for (const [what, file, imported, rule] of planted) {
  test(`a planted violation fails: ${what}`, async () => {
    assert.ok((await rulesBrokenBy(`import '${imported}';\n`, file)).includes(rule));
  });
}

test('a permitted import passes', async () => {
  assert.ok(
    !(await rulesBrokenBy(`import '@tributary/events';\n`, 'services/ledger-writer/src/service.ts')).includes(BOUNDARY),
  );
});

test('a handler that service.ts does not bind is reported', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handlers-'));
  try {
    writeFileSync(
      join(folder, 'plan-sweep.ts'),
      'export class PlanSweep {\n  async handle() {\n    return [];\n  }\n}\n',
    );
    const verify = (code) =>
      new Linter({ cwd: folder }).verify(
        code,
        [
          {
            files: ['**/*.ts'],
            plugins: { tributary: { rules: { listed: serviceListsHandlers } } },
            rules: { 'tributary/listed': 'error' },
          },
        ],
        { filename: join(folder, 'service.ts') },
      );
    assert.equal(verify('const consumes = [];').length, 1);
    assert.equal(verify('const consumes = [PlanSweep];').length, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
