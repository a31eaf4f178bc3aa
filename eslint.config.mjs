import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { boundaries, boundariesOfSpecs } from './libs/workspace/eslint/boundaries.mjs';
import serviceListsHandlers from './libs/workspace/eslint/service-lists-handlers.mjs';

const SPECS = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.fixture.ts'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/.nx/**', '**/.tributary/**', 'libs/events/src/generated/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': boundaries,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@tributary/*/*', '!@tributary/platform-telemetry/*'],
              message: 'Import a lib by its name: its index.ts is its surface.',
            },
          ],
        },
      ],
    },
  },
  {
    files: SPECS,
    rules: { '@nx/enforce-module-boundaries': boundariesOfSpecs },
  },
  {
    files: ['services/*/src/**/*.ts'],
    ignores: ['services/*/src/store/**', ...SPECS],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'typeorm',
              message:
                'Only store/ knows TypeORM; the transaction type is EntityManager of @tributary/platform-service.',
            },
          ],
          patterns: [
            {
              group: ['@tributary/*/*', '!@tributary/platform-telemetry/*'],
              message: 'Import a lib by its name: its index.ts is its surface.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/domain/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*'], message: 'The domain knows no machine.' }] },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'fetch', 'setTimeout', 'setInterval', 'crypto'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The domain knows no clock: take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'The domain knows no chance.' },
      ],
    },
  },
  {
    files: ['services/*/src/service.ts'],
    plugins: { tributary: { rules: { 'service-lists-handlers': serviceListsHandlers } } },
    rules: { 'tributary/service-lists-handlers': 'error' },
  },
  prettier,
);
