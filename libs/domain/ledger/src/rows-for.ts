import type { AssetId, Owner } from '@tributary/domain-custody';
import type { Books, StandingEntry } from './books';
import { sameMovements } from './entry';
import { assetOf, flowOf, type Fact } from './fact';
import { rowTakingBack, type RowName } from './journal';
import { LedgerError } from './ledger-error';
import { broadcast, familyOf } from './rows/sweeps';
import type { SweepFact } from './sweep';
import type { TransferFact } from './transfer';

/** A row that a fact posts by, and the book it posts to. */
export interface ChosenRow {
  readonly row: RowName;
  readonly book: AssetId;
}

/**
 * Chooses the rows of the journal that a fact posts by, in order; none where the books stay as they are.
 *
 * @throws {LedgerError} two rows could claim the fact, or none does: it is not guessed
 */
export function rowsFor(fact: Fact, books: Pick<Books, 'standing'>): ChosenRow[] {
  const standing = books.standing(flowOf(fact));
  switch (fact.of) {
    case 'transfer':
      return transferRows(fact, standing);
    case 'sweep':
      return sweepRows(fact, standing);
    case 'outflow':
      return fact.state === 'reverted' ? allTakenBack(standing) : [{ row: 'outflow-unexplained', book: assetOf(fact) }];
  }
}

/** Takes back what stands of a flow, the newest of each book first. */
function allTakenBack(standing: readonly StandingEntry[]): ChosenRow[] {
  return standing.map(({ kind, book }) => ({ row: rowTakingBack(kind), book }));
}

/**
 * From outside to a client's address: a deposit. To another wallet of side c: a deposit into suspense. To a wallet
 * of side h: capital, which is booked at finality alone. A transfer from ours, to ours or not: nothing, as its
 * flow's events post. What was only seen is not in the books, so nothing takes it back.
 */
function transferRows(fact: TransferFact, standing: readonly StandingEntry[]): ChosenRow[] {
  const { transferId, from, to, assetId: book } = fact.transfer;
  if (from.owner) return [];
  if (!to.owner)
    throw new LedgerError('row-missing', `${transferId} touches no address of ours: it was not to be published`);

  const arrival = arrivalAt(to.owner, transferId);
  switch (fact.state) {
    case 'confirmed':
      return arrival === 'capital' ? [] : [{ row: `${arrival}-confirmed`, book }];
    case 'finalized':
      return [{ row: `${arrival}-finalized`, book }];
    case 'reverted':
      if (fact.fromState === 'finalized') return allTakenBack(inStep(standing, `${arrival}-finalized`, transferId));
      return fact.fromState === 'seen' || arrival === 'capital' ? [] : [{ row: `${arrival}-reverted`, book }];
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

/**
 * A top-up is not in the books before it is final. A later attempt moves the same value: nothing; else the earlier
 * one is taken back. A failure takes the broadcast back and leaves the fee alone to stand: should a reorg take that back
 * too, nothing needs the value to be at its source again. A flow that a reorg took back may settle or fail without
 * being broadcast anew.
 */
function sweepRows(fact: SweepFact, standing: readonly StandingEntry[]): ChosenRow[] {
  const { assetId: book } = fact.sweep;
  const family = familyOf(fact.sweep);
  if (fact.state === 'reverted') return allTakenBack(standing);
  if (fact.state === 'broadcast') {
    if (family === 'top-up') return [];
    const [before] = standing;
    const again = { row: `${family}-broadcast`, book } as const;
    if (before?.kind !== again.row) return [again];
    const unchanged = sameMovements(before.movements, broadcast(fact).movements);
    return unchanged ? [] : [...allTakenBack([before]), again];
  }
  const fee: ChosenRow[] = fact.fee > 0n ? [{ row: `${family}-fee`, book: fact.feeAssetId }] : [];
  if (fact.state === 'failed') return [...allTakenBack(standing), ...fee];
  if (family === 'top-up') return [{ row: 'top-up-settled', book }];
  const sent: ChosenRow[] = standing.length > 0 ? [] : [{ row: `${family}-broadcast`, book }];
  return [...sent, { row: `${family}-settled`, book }, ...(fact.feeAssetId === book ? [] : fee)];
}

function inStep(standing: readonly StandingEntry[], kind: string, flow: string): readonly StandingEntry[] {
  if (standing[0]?.kind === kind) return standing;
  throw new LedgerError(
    'flow-out-of-step',
    `${flow} was reverted past finality, but ${standing[0]?.kind ?? 'nothing'} stands where ${kind} should: look for a lost or doubled event`,
  );
}
