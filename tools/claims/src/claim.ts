import type { ParseArgsConfig } from 'node:util';

/** What a campaign is given. */
export interface ClaimRun {
  readonly trials: number;
  readonly seed: number;
  /** The guard to run without, to show that the check would see its loss. */
  readonly without?: string;
  /** Progress, to stderr. */
  log(line: string): void;
}

/** What a campaign found: `holds`, and the figures that say why. */
export interface Verdict {
  readonly holds: boolean;
  readonly [figure: string]: unknown;
}

/** A promise that a command keeps. */
export interface Claim {
  readonly name: string;
  /** The promise, in one line. */
  readonly promises: string;
  readonly defaultTrials: number;
  /** Guards that `--without` may name. */
  readonly guards?: readonly string[];
  run(run: ClaimRun): Promise<Verdict>;
}

export const CLAIM_OPTIONS = {
  trials: { type: 'string' },
  seed: { type: 'string' },
  without: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];
