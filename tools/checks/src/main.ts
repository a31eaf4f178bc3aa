import { parseArgs } from 'node:util';
import { CHECKS } from './checks';
import { run, type Outcome } from './run';

const HELP = `npm test [-- --only <check>[,<check>]]

Runs every check, in this order, and ends with "N passed, N failed":
${CHECKS.map(({ name, what }) => `  ${name.padEnd(12)} ${what}`).join('\n')}
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return void console.log(HELP);
  const only = values.only?.split(',');
  const unknown = only?.filter((name) => !CHECKS.some((check) => check.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`No check is called ${unknown.join(', ')}.\n\n${HELP}`);

  const outcomes: (Outcome & { name: string })[] = [];
  for (const check of CHECKS.filter(({ name }) => !only || only.includes(name))) {
    console.log(`\n=== ${check.name}: ${check.what}`);
    const startedAtMs = Date.now();
    const outcome = await run(check);
    outcomes.push({ name: check.name, ...outcome });
    const seconds = Math.round((Date.now() - startedAtMs) / 1000);
    console.log(`=== ${check.name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
  }

  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  const bad = outcomes.filter((outcome) => outcome.failed > 0).map(({ name }) => name);
  if (bad.length > 0) console.log(`\nFailed: ${bad.join(', ')}. Again alone: npm test -- --only ${bad.join(',')}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
