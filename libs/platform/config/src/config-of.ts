import { z } from 'zod';

/** The environment does not fit: names every bad variable at once. */
export class ConfigError extends Error {
  readonly code = 'config-invalid';

  constructor(readonly faults: readonly string[]) {
    super(`Bad configuration; set these environment variables:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** A class made by `configOf`, its own injection token. */
export type ConfigClass = new (env?: NodeJS.ProcessEnv) => object;

/**
 * Makes a class of environment variables: `class WatcherConfig extends configOf({ ETHEREUM_RPC_URL: z.url() }) {}`.
 * The class is its own injection token; `new WatcherConfig(env)` reads and checks. A variable that is set but empty
 * counts as not set.
 *
 * @throws {ConfigError} with one line for each bad variable
 */
export function configOf<S extends z.ZodRawShape>(
  shape: S,
): new (env?: NodeJS.ProcessEnv) => Readonly<z.output<z.ZodObject<S>>> {
  const schema = z.object(shape);
  class Config {
    constructor(env: NodeJS.ProcessEnv = process.env) {
      const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
      const read = schema.safeParse(given);
      if (!read.success) {
        throw new ConfigError(
          read.error.issues.map(({ path, message }) => {
            const name = path.join('.');
            return `${name}: ${message}${given[String(path[0])] === undefined ? ' (not set)' : ''}`;
          }),
        );
      }
      Object.assign(this, read.data);
    }
  }
  return Config as unknown as new (env?: NodeJS.ProcessEnv) => Readonly<z.output<z.ZodObject<S>>>;
}

/**
 * Checks several config classes against one environment, so that all bad variables are told at once.
 *
 * @throws {ConfigError}
 */
export function assertConfigured(classes: readonly ConfigClass[], env: NodeJS.ProcessEnv): void {
  const faults = classes.flatMap((config) => {
    try {
      new config(env);
      return [];
    } catch (error) {
      if (error instanceof ConfigError) return error.faults;
      throw error;
    }
  });
  if (faults.length > 0) throw new ConfigError([...new Set(faults)]);
}
