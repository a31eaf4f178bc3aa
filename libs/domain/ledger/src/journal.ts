import { LedgerError } from './ledger-error';
import {
  capitalFinalized,
  depositConfirmed,
  depositFinalized,
  depositReverted,
  depositUnfinalized,
  suspenseConfirmed,
  suspenseFinalized,
  suspenseReverted,
} from './rows/arrivals';
import { outflowUnexplained } from './rows/outflows';
import type { Row } from './rows/row';
import { broadcast, feeAlone, settled } from './rows/sweeps';
import { takesBack } from './rows/take-back';
import { topUpSettled } from './rows/top-ups';

/**
 * The journal: what is debited and credited for each fact. `X -> Y`: debit X, credit Y.
 *
 *   deposit confirmed    transit -> pending                          suspense if nobody's
 *   deposit finalized    address -> transit, pending -> available
 *   deposit reverted     pending (or suspense) -> transit
 *   … past finality      transit -> address, available -> pending as far as available reaches; then as above,
 *                        and short(transit, receivable) for what the client has spent
 *   capital finalized    house's address -> capital                  a confirmed one is not in the books yet
 *
 *   sweep broadcast      transit -> source                           internal: the same, between our own wallets
 *   sweep settled        destination -> transit, fee(source)         a token's fee is an entry of the native book
 *   sweep failed         the broadcast taken back, then an entry of its own: fee(source)
 *   top-up settled       gas at the address -> house's wallet, fee   nothing while it is on its way
 *   top-up failed        fee
 *
 *   outflow unexplained  out(source, suspense of the house)
 *                        arrived at a client side's wallet: address -> suspense; at the house's: address -> suspense of
 *                        the house
 *
 *   … reverted           what stands of the flow mirrored, newest first
 *   shared address       clients' coins paid what the house's gas there was booked for, or the reverse
 *
 *   fee(X)       = out(X, network-fee)
 *   out(X, e)    = e -> house's gas at X as far as that reaches, the rest short(X, e); a house's wallet: e -> X
 *   short(X, e)  = due-from-house -> X, e -> due-to-clients
 *
 * The edges are those that become final with the entry. A flow's transit and a deposit's pending account are its
 * own, so each is a pipe that is empty again at the end.
 */
export const JOURNAL = {
  'deposit-confirmed': { post: depositConfirmed },
  'deposit-finalized': { post: depositFinalized, follows: 'deposit-confirmed' },
  'deposit-finalized-reverted': { post: depositUnfinalized, follows: 'deposit-finalized', reverses: true },
  'deposit-reverted': { post: depositReverted, follows: 'deposit-confirmed', reverses: true },

  'suspense-confirmed': { post: suspenseConfirmed },
  'suspense-finalized': { post: suspenseFinalized, follows: 'suspense-confirmed' },
  'suspense-finalized-reverted': takesBack('suspense-finalized'),
  'suspense-reverted': { post: suspenseReverted, follows: 'suspense-confirmed', reverses: true },

  'capital-finalized': { post: capitalFinalized },
  'capital-finalized-reverted': takesBack('capital-finalized'),

  'sweep-broadcast': { post: broadcast },
  'sweep-settled': { post: settled, follows: 'sweep-broadcast' },
  'sweep-fee': { post: feeAlone },
  'sweep-broadcast-reverted': takesBack('sweep-broadcast'),
  'sweep-settled-reverted': takesBack('sweep-settled'),
  'sweep-fee-reverted': takesBack('sweep-fee'),

  'internal-broadcast': { post: broadcast },
  'internal-settled': { post: settled, follows: 'internal-broadcast' },
  'internal-fee': { post: feeAlone },
  'internal-broadcast-reverted': takesBack('internal-broadcast'),
  'internal-settled-reverted': takesBack('internal-settled'),
  'internal-fee-reverted': takesBack('internal-fee'),

  'top-up-settled': { post: topUpSettled },
  'top-up-fee': { post: feeAlone },
  'top-up-settled-reverted': takesBack('top-up-settled'),
  'top-up-fee-reverted': takesBack('top-up-fee'),

  'outflow-unexplained': { post: outflowUnexplained },
  'outflow-unexplained-reverted': takesBack('outflow-unexplained'),
} as const satisfies Record<string, Row>;

/** Name of a row; the `kind` of the entries that it makes. */
export type RowName = keyof typeof JOURNAL;

/** The row that takes an entry of this kind back. @throws {LedgerError} none does */
export function rowTakingBack(kind: string): RowName {
  for (const [name, row] of Object.entries<Row>(JOURNAL)) {
    if (row.reverses && row.follows === kind) return name as RowName;
  }
  throw new LedgerError('row-missing', `no row takes a ${kind} back`);
}
