import { readFileSync } from 'node:fs';

const swcrc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
delete swcrc.$schema;

const shared = {
  transform: { '^.+\\.[cm]?[jt]s$': ['@swc/jest', { ...swcrc, swcrc: false }] },
  transformIgnorePatterns: [
    '/node_modules/(?!(.*/node_modules/)?(@noble|@scure|micro-packed|jose|openid-client|oauth4webapi)/)',
  ],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@tributary/source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['/dist/', '/.tributary/', '/.nx/'],
};

/** Unit: no part but Node. Integ: one real Kafka and PostgreSQL for the run, a node of its own per test. Browser: Chromium too. */
export default {
  testTimeout: 180_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['**/src/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(integ|browser)\\.spec\\.ts$'],
    },
    {
      ...shared,
      displayName: 'integ',
      testMatch: ['**/src/**/*.integ.spec.ts'],
      globalSetup: '<rootDir>/libs/testing/src/start-parts.ts',
      globalTeardown: '<rootDir>/libs/testing/src/stop-parts.ts',
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['**/src/**/*.browser.spec.ts'],
    },
  ],
};
