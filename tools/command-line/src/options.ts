import { join, resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

export const REPOSITORY = resolve(__dirname, '../../..');
export const DEFAULT_STATE_DIR = join(REPOSITORY, '.tributary');

interface CommonValues {
  readonly 'state-dir': string;
}

const STATE_DIR_HELP = `  --state-dir DIR  where the system keeps its state; default ${DEFAULT_STATE_DIR}
  --help           this text`;

/**
 * Reads a command's options; every command takes --state-dir and --help.
 * @param flags  the command's own boolean options
 * @returns undefined if help was asked for and has been printed
 * @throws {Error} an unknown option
 */
export function readOptions<Flag extends string>(
  args: string[],
  help: string,
  flags: readonly Flag[] = [],
): (CommonValues & Partial<Record<Flag, boolean>>) | undefined {
  const options: ParseArgsConfig['options'] = {
    'state-dir': { type: 'string', default: DEFAULT_STATE_DIR },
    help: { type: 'boolean' },
    ...Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }])),
  };
  const { values } = parseArgs({ args, options });
  if (values['help']) {
    console.log(`${help}\n${STATE_DIR_HELP}`);
    return undefined;
  }
  return values as CommonValues & Partial<Record<Flag, boolean>>;
}
