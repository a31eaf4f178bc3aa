import { z } from 'zod';

/** The environment does not fit: names every bad variable at once. */
export class ConfigError extends Error {
  readonly code = 'config-invalid';
}

/**
 * Makes a class of environment variables: `class WatcherConfig extends configOf({ ETHEREUM_RPC_URL: z.url() }) {}`.
 * The class is its own injection token; `new WatcherConfig(env)` reads and checks.
 *
 * @throws {ConfigError} with one line for each bad variable
 */
export function configOf<S extends z.ZodRawShape>(
  shape: S,
): new (env?: NodeJS.ProcessEnv) => Readonly<z.output<z.ZodObject<S>>> {
  const schema = z.object(shape);
  class Config {
    constructor(env: NodeJS.ProcessEnv = process.env) {
      const read = schema.safeParse(env);
      if (!read.success) {
        const faults = read.error.issues.map(({ path, message }) => {
          const name = path.join('.');
          return `  ${name}: ${message}${env[name] === undefined ? ' (not set)' : ''}`;
        });
        throw new ConfigError(`Bad configuration; set these environment variables:\n${faults.join('\n')}`);
      }
      Object.assign(this, read.data);
    }
  }
  return Config as unknown as new (env?: NodeJS.ProcessEnv) => Readonly<z.output<z.ZodObject<S>>>;
}
