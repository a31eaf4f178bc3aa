import { parseArgs } from 'node:util';
import type { Bench } from './bench';
import { graph } from './graph';
import { ledger } from './ledger';

const BENCHES: readonly Bench[] = [ledger, graph];

const HELP = `npm run bench -- <role> [--trials N] [--seed S] [--json]

Measures a role beside its baselines in one run on parts of its own, and leaves nothing behind.
Progress goes to stderr; with --json the last line of stdout is one JSON object. Ratios: higher is better.

Roles:
${BENCHES.map(({ name, measures, defaultTrials, sizes = {} }) => {
  const own = Object.entries(sizes).map(([option, value]) => `, --${option} ${value}`);
  return `  ${name.padEnd(8)} ${measures} (--trials ${defaultTrials}${own.join('')})`;
}).join('\n')}
`;

/** The command line asks for something that is not there. */
class UsageError extends Error {}

function wholeNumber(text: string | undefined, option: string, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--${option} takes a whole number above zero, not "${text}"`);
  return Number(text);
}

async function main(): Promise<void> {
  const [role, ...args] = process.argv.slice(2);
  if (role === undefined || role === '--help') return void console.log(HELP);
  const bench = BENCHES.find(({ name }) => name === role);
  if (!bench) throw new UsageError(`There is no role "${role}".\n\n${HELP}`);
  const own = Object.keys(bench.sizes ?? {});
  const { values } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(['trials', 'seed', ...own].map((option) => [option, { type: 'string' as const }])),
      json: { type: 'boolean' },
    },
  });
  const given = values as Readonly<Record<string, string | undefined>>;
  const trials = wholeNumber(given['trials'], 'trials', bench.defaultTrials);
  const seed = wholeNumber(given['seed'], 'seed', 1);
  const sizes = Object.fromEntries(
    Object.entries(bench.sizes ?? {}).map(([option, value]) => [option, wholeNumber(given[option], option, value)]),
  );
  const startedAtMs = Date.now();
  const log = (line: string): void => {
    console.error(`[${String(Math.round((Date.now() - startedAtMs) / 1000)).padStart(4)} s] ${line}`);
  };

  log(`${bench.name}: ${bench.measures}`);
  const result = { claim: bench.name, seed, trials, ...sizes, ...(await bench.run({ trials, seed, sizes, log })) };
  console.log(given['json'] ? JSON.stringify(result) : JSON.stringify(result, null, 2));
}

main().catch((error: Error & { code?: string }) => {
  const usage = error instanceof UsageError || error.code?.startsWith('ERR_PARSE_ARGS');
  console.error(usage ? error.message : error.stack);
  process.exitCode = 2;
});
