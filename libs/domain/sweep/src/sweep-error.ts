/** A broken invariant: a caller asked for what can never be right. */
export class SweepError extends Error {
  constructor(
    readonly code: 'transition' | 'inputs' | 'fee',
    message: string,
  ) {
    super(message);
  }
}
