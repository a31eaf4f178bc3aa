/** The facts of a stake do not fit together: an invariant is broken upstream or here, nothing was computed. */
export class StakingError extends Error {
  constructor(
    readonly code: 'change-malformed' | 'amount-malformed' | 'contract-malformed' | 'pool-out-of-balance',
    message: string,
  ) {
    super(message);
  }
}
