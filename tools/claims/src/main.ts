import { parseArgs } from 'node:util';
import { CLAIM_OPTIONS, type Claim } from './claim';
import { consoleClaim } from './console/claim';
import { firstMoney } from './first-money/claim';
import { makerChecker } from './maker-checker/claim';
import { restart } from './restart/claim';
import { wholePath } from './whole-path/claim';

const CLAIMS: readonly Claim[] = [firstMoney, wholePath, restart, makerChecker, consoleClaim];

const HELP = `npm run prove -- <claim> [--trials N] [--seed S] [--without GUARD] [--json]

Starts the parts it needs on free ports, runs a campaign, and leaves nothing behind. Exit status 0: the claim holds.
Progress goes to stderr; with --json the last line of stdout is one JSON object.

Claims:
${CLAIMS.map(
  ({ name, promises, defaultTrials, guards }) =>
    `  ${name.padEnd(12)} ${promises} (--trials ${defaultTrials}${guards ? `, --without ${guards.join('|')}` : ''})`,
).join('\n')}
`;

/** The command line asks for something that is not there. */
class UsageError extends Error {}

function wholeNumber(text: string, option: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${option} takes a whole number, not "${text}"`);
  return Number(text);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: CLAIM_OPTIONS, allowPositionals: true });
  if (values.help || positionals.length === 0) return void console.log(HELP);
  const claim = CLAIMS.find(({ name }) => name === positionals[0]);
  if (!claim || positionals.length > 1)
    throw new UsageError(`There is no claim "${positionals.join(' ')}".\n\n${HELP}`);
  if (values.without !== undefined && !claim.guards?.includes(values.without)) {
    throw new UsageError(
      `${claim.name} cannot run without "${values.without}": ${claim.guards?.join(', ') ?? 'it has no such guards'}`,
    );
  }
  const trials = values.trials === undefined ? claim.defaultTrials : wholeNumber(values.trials, 'trials');
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : wholeNumber(values.seed, 'seed');
  const startedAtMs = Date.now();
  const log = (line: string): void => {
    console.error(`[${String(Math.round((Date.now() - startedAtMs) / 1000)).padStart(4)} s] ${line}`);
  };

  log(`${claim.name}: ${claim.promises} (seed ${seed})`);
  const { holds, ...figures } = await claim.run({ trials, seed, without: values.without, log });
  const result = {
    claim: claim.name,
    holds,
    seed,
    trials,
    ...(values.without ? { without: values.without } : {}),
    ...figures,
  };
  console.log(values.json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
  process.exitCode = holds ? 0 : 1;
}

// A stop from outside leaves nothing behind either: at exit the stack tells its parts to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(2));

main().catch((error: Error) => {
  console.error(error instanceof UsageError ? error.message : error.stack);
  process.exitCode = 2;
});
