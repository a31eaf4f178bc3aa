import { DUE_FROM_CLIENTS, DUE_FROM_HOUSE, DUE_TO_CLIENTS, DUE_TO_HOUSE, type Account } from '../account';
import { mirror, type Movement } from '../entry';
import { LedgerError } from '../ledger-error';
import type { Before, Row } from './row';

/** The row that mirrors an entry as it was booked. */
export function takesBack(kind: string): Row & { readonly reverses: true } {
  return {
    follows: kind,
    reverses: true,
    post: (_, { standing, balance }) => {
      if (!standing) throw new LedgerError('flow-out-of-step', `no ${kind} stands that could be taken back`);
      const movements = overflowDues(mirror(standing.movements), balance);
      return { movements, edges: [], drains: movements.flatMap(emptied) };
    },
  };
}

/** The flow's own accounts that a mirrored movement empties. */
function emptied({ debit, credit }: Movement): Account[] {
  const ofFlow = /^(assets:[ch]:(transit|suspense):|liabilities:c:suspense:)/;
  return [
    ...(credit.startsWith('assets:') && ofFlow.test(credit) ? [credit] : []),
    ...(debit.startsWith('liabilities:') && ofFlow.test(debit) ? [debit] : []),
  ];
}

/** Where a due was settled in the meantime, the rest stands in its opposite: who was owed owes now. */
function overflowDues(movements: readonly Movement[], balance: Before['balance']): Movement[] {
  const owedByHouse = balance(DUE_FROM_HOUSE);
  const owedByClients = balance(DUE_FROM_CLIENTS);
  return movements.flatMap((movement) => {
    const { debit, credit } = movement;
    if (credit === DUE_FROM_HOUSE) return split(movement, owedByHouse, { credit: DUE_TO_HOUSE });
    if (debit === DUE_TO_CLIENTS) return split(movement, owedByHouse, { debit: DUE_FROM_CLIENTS });
    if (credit === DUE_FROM_CLIENTS) return split(movement, owedByClients, { credit: DUE_TO_CLIENTS });
    if (debit === DUE_TO_HOUSE) return split(movement, owedByClients, { debit: DUE_FROM_HOUSE });
    return [movement];
  });
}

/** A movement as far as something reaches, and its rest over another account. */
function split(movement: Movement, reach: bigint, over: Partial<Movement>): Movement[] {
  const within = reach < movement.amount ? reach : movement.amount;
  const rest = movement.amount - within;
  return [
    ...(within > 0n ? [{ ...movement, amount: within }] : []),
    ...(rest > 0n ? [{ ...movement, ...over, amount: rest }] : []),
  ];
}
