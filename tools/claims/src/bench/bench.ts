/** What a measurement is given. */
export interface BenchRun {
  readonly trials: number;
  readonly seed: number;
  /** Its own options, by name; each as given, or its default. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Progress, to stderr. */
  log(line: string): void;
}

/** What was measured. */
export interface Measured {
  /** Ours over each baseline's, in one run: higher is better. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly [figure: string]: unknown;
}

/** Measures a role beside its baselines. */
export interface Bench {
  readonly name: string;
  /** What is measured against what, in one line. */
  readonly measures: string;
  readonly defaultTrials: number;
  /** Its own options with their defaults, e.g. `edges`. */
  readonly sizes?: Readonly<Record<string, number>>;
  run(run: BenchRun): Promise<Measured>;
}

/** The middle of some figures, the lower one of an even number of them. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5);
}

/** The figure that this share of them does not exceed. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('There are no figures: measure at least once');
  return found;
}
