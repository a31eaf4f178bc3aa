import { replay } from './replay';
import { reset } from './reset';
import { start } from './start';
import { status } from './status';

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<void>>> = { start, status, replay, reset };

const USAGE = `Usage: npm run <command> -- [options]

  start    run the whole system on this machine until Ctrl-C
  status   what runs, where, and how far behind it is
  replay   what is parked, and parked events once more
  reset    remove all that it has stored

Each command takes --help.`;

/** @returns the exit status */
async function main([name = '--help', ...args]: string[]): Promise<number> {
  if (name === '--help') {
    console.log(USAGE);
    return 0;
  }
  const command = COMMANDS[name];
  if (command === undefined) {
    console.error(`there is no command ${name}\n\n${USAGE}`);
    return 2;
  }
  try {
    await command(args);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

void main(process.argv.slice(2)).then((exitStatus) => process.exit(exitStatus));
