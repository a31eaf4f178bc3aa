/** The facts do not fit the books: an invariant is broken upstream or here, nothing was posted. */
export class LedgerError extends Error {
  constructor(
    readonly code:
      'account-unknown' | 'amount-not-positive' | 'rule-broken' | 'row-ambiguous' | 'row-missing' | 'flow-out-of-step',
    message: string,
  ) {
    super(message);
  }
}
