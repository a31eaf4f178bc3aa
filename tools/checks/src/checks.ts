/** One step of `npm test`. */
export interface Check {
  readonly name: string;
  readonly what: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** How its tests are counted; a command without tests counts as one. */
  readonly counts: 'itself' | 'jest' | 'node-test';
}

const VM_MODULES = { NODE_OPTIONS: '--experimental-vm-modules', LOG_LEVEL: 'fatal' };
const jest = (...projects: string[]): readonly string[] => ['npx', 'jest', '--ci', '--selectProjects', ...projects];

/** A seeded slice of a claim. */
const prove = (claim: string, trials: number): Check => ({
  name: claim,
  what: `the claim, ${trials} of its trials`,
  command: ['npm', 'run', '--silent', 'prove', '--', claim, '--trials', String(trials), '--seed', '1'],
  counts: 'itself',
});

export const CHECKS: readonly Check[] = [
  {
    name: 'format',
    what: 'Prettier',
    command: ['npx', 'prettier', '--check', '--log-level', 'warn', '.'],
    counts: 'itself',
  },
  {
    name: 'contracts',
    what: 'generated code is fresh, every version is compatible',
    command: ['npm', 'run', '--silent', 'check', '-w', 'libs/events'],
    counts: 'itself',
  },
  {
    name: 'lint',
    what: 'ESLint with the boundaries',
    command: ['npx', 'nx', 'run-many', '-t', 'lint', '--outputStyle', 'stream-without-prefixes'],
    counts: 'itself',
  },
  {
    name: 'planted',
    what: 'a planted violation of each boundary fails',
    command: ['node', '--test', '--test-reporter', 'tap', 'libs/workspace/eslint/'],
    counts: 'node-test',
  },
  {
    name: 'generators',
    what: 'what nx g workspace:service and workspace:event make builds',
    command: ['node', '--test', '--test-reporter', 'tap', 'libs/workspace/generators/'],
    counts: 'node-test',
  },
  {
    name: 'types',
    what: 'TypeScript, strict',
    command: ['npm', 'run', '--silent', 'typecheck'],
    counts: 'itself',
  },
  { name: 'unit', what: 'pure code', command: jest('unit'), env: VM_MODULES, counts: 'jest' },
  {
    name: 'build',
    what: 'every project builds, the page too',
    command: ['npx', 'nx', 'run-many', '-t', 'build', '--outputStyle', 'stream-without-prefixes'],
    counts: 'itself',
  },
  {
    name: 'integ',
    what: 'real Kafka, PostgreSQL and nodes',
    command: [...jest('integ'), '--maxWorkers', '2'],
    env: VM_MODULES,
    counts: 'jest',
  },
  {
    name: 'browser',
    what: 'the demo in a real Chromium',
    command: [...jest('browser'), '--runInBand'],
    env: VM_MODULES,
    counts: 'jest',
  },
  prove('first-money', 30),
  prove('restart', 1),
  prove('maker-checker', 100),
  prove('whole-path', 40),
  prove('console', 30),
];
