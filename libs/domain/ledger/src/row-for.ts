import type { Owner } from '@tributary/domain-custody';
import type { RowName } from './journal';
import { LedgerError } from './ledger-error';
import type { TransferFact } from './transfer';

/**
 * Chooses the row of the journal that a transfer's fact posts by; `nothing` where the books stay as they are.
 *
 * From outside to a client's address: a deposit. To another wallet of side c: a deposit into suspense. To a wallet
 * of side h: capital, which is booked at finality alone. A transfer from ours, to ours or not: nothing, as its
 * flow's events post. What was only seen is not in the books, so nothing takes it back.
 *
 * @throws {LedgerError} two rows could claim the fact, or none does: it is not guessed
 */
export function rowFor(fact: TransferFact): RowName | 'nothing' {
  const { transferId, from, to } = fact.transfer;
  if (from.owner) return 'nothing';
  if (!to.owner)
    throw new LedgerError('row-missing', `${transferId} touches no address of ours: it was not to be published`);

  const arrival = arrivalAt(to.owner, transferId);
  switch (fact.state) {
    case 'confirmed':
      return arrival === 'capital' ? 'nothing' : `${arrival}-confirmed`;
    case 'finalized':
      return `${arrival}-finalized`;
    case 'reverted':
      if (fact.fromState === 'finalized') {
        throw new LedgerError(
          'row-missing',
          `${transferId} was reverted past finality: no row books that, the chain must stay halted`,
        );
      }
      return fact.fromState === 'seen' || arrival === 'capital' ? 'nothing' : `${arrival}-reverted`;
  }
}

function arrivalAt(owner: Owner, transferId: string): 'deposit' | 'suspense' | 'capital' {
  if (owner.side === 'c') return owner.clientId === null ? 'suspense' : 'deposit';
  if (owner.clientId === null) return 'capital';
  throw new LedgerError(
    'row-ambiguous',
    `${transferId} reaches a wallet of the house (${owner.walletId}) that is also client ${owner.clientId}'s: mend the registry`,
  );
}
