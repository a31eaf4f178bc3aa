import { NETWORK_FEE, sideOf, transitAccount, type Account } from '../account';
import { move, path, type Posting } from '../entry';
import { LedgerError } from '../ledger-error';
import { NETWORK_FEES } from '../place';
import type { EndedSweepFact, Sweep, SweepFact } from '../sweep';
import { coinsAt } from './addresses';
import { payOut } from './pay-out';
import type { Before } from './row';

/** `sweep` takes clients' deposits in, `internal` moves between our own wallets, `top-up` brings gas. */
export type SweepFamily = 'sweep' | 'internal' | 'top-up';

/** @throws {LedgerError} no row books what moves for this reason */
export function familyOf({ flowId, kind }: Sweep): SweepFamily {
  switch (kind) {
    case 'sweep':
    case 'top-up':
      return kind;
    case 'refill':
    case 'skim':
      return 'internal';
  }
  throw new LedgerError('row-missing', `${flowId} is a ${kind}: no row of the journal books one`);
}

/** The value is on its way; the fee is booked once it is known. */
export function broadcast({ sweep }: SweepFact): Posting {
  const { source, transit } = accountsOf(sweep);
  return { movements: [move(transit, source, sweep.amount)], edges: [], drains: [] };
}

export function settled(fact: EndedSweepFact, before: Before): Posting {
  const { source, transit, destination } = accountsOf(fact.sweep);
  const fee = ownFee(fact, before);
  return {
    movements: [move(destination, transit, fact.sweep.amount), ...fee.movements],
    edges: [...path('custody', [source, transit, destination], fact.sweep.amount), ...fee.edges],
    drains: [transit],
  };
}

/** The fee alone: of a token's sweep in the book of the asset that pays fees, or of a movement that did not happen. */
export function feeAlone({ sweep, fee }: EndedSweepFact, before: Before): Posting {
  return { ...payOut({ ...sweep, to: NETWORK_FEES, expense: NETWORK_FEE }, fee, before), drains: [] };
}

/** The fee where the book that pays it is the one that the value moves in. */
export function ownFee(fact: EndedSweepFact, before: Before): Omit<Posting, 'drains'> {
  return fact.feeAssetId === before.book ? feeAlone(fact, before) : { movements: [], edges: [] };
}

function accountsOf(sweep: Sweep): { source: Account; transit: Account; destination: Account } {
  const family = familyOf(sweep);
  const source = coinsAt(sweep.chain, sweep.from);
  const destination = coinsAt(sweep.chain, sweep.to);
  if (family === 'top-up' || sideOf(source) !== sideOf(destination)) {
    throw new LedgerError(
      'row-missing',
      `${sweep.flowId}, a ${sweep.kind} from ${source} to ${destination}, would mix clients' coins with the house's: no row books that`,
    );
  }
  return { source, destination, transit: transitAccount(sideOf(source), family, sweep.flowId) };
}
