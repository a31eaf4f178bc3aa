import type { Account } from './account';
import type { Movement } from './entry';

/** Balances of one book's accounts, debit-positive. */
export type Balances = ReadonlyMap<Account, bigint>;

/** A movement with what its two accounts stand at after it, debit-positive. */
export interface PostedMovement extends Movement {
  readonly debitAfter: bigint;
  readonly creditAfter: bigint;
}

/** Moves balances; accounts not among them start at zero. Checks nothing: the rules do. */
export function post(
  movements: readonly Movement[],
  before: Balances,
): { readonly posted: readonly PostedMovement[]; readonly balances: Balances } {
  const balances = new Map(before);
  const posted = movements.map((movement) => {
    const debitAfter = (balances.get(movement.debit) ?? 0n) + movement.amount;
    balances.set(movement.debit, debitAfter);
    const creditAfter = (balances.get(movement.credit) ?? 0n) - movement.amount;
    balances.set(movement.credit, creditAfter);
    return { ...movement, debitAfter, creditAfter };
  });
  return { posted, balances };
}
