import { resetStack } from '@tributary/stack';
import { readOptions } from './options';

const HELP = `Usage: npm run reset -- [options]

Removes all that the system has stored: ledger, events, chain, logs. Refuses while it runs.
`;

export async function reset(args: string[]): Promise<void> {
  const options = readOptions(args, HELP);
  if (options === undefined) return;
  const stateDir = options['state-dir'];
  await resetStack(stateDir, console.log);
  console.log(`removed ${stateDir}`);
}
