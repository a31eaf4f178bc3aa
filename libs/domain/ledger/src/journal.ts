import {
  HOUSE_CAPITAL,
  addressAccount,
  availableClaim,
  depositTransit,
  pendingClaim,
  suspense,
  type Account,
} from './account';
import { mirror, move, path, type Posting } from './entry';
import { LedgerError } from './ledger-error';
import { credit, outside } from './place';
import type { Transfer } from './transfer';

/** A row of the journal. */
export interface Row {
  readonly post: (transfer: Transfer) => Posting;
  /** The one entry of the flow that stands before this one; none where the flow begins here. */
  readonly follows?: string;
  /** This row takes back the entry that it follows. */
  readonly reverses?: true;
}

/**
 * The journal: what is debited and credited for each fact. `X -> Y`: debit X, credit Y.
 *
 *   deposit confirmed    transit -> pending                               suspense if nobody's
 *   deposit finalized    address -> transit, pending -> available
 *   deposit reverted     pending (or suspense) -> transit                 before finality
 *   capital finalized    house's address -> capital                       a confirmed one is not in the books yet
 *
 * The edges are those that become final with the entry. A deposit's transit and pending accounts are its own,
 * so each is a pipe that is empty again at the end.
 */
export const JOURNAL = {
  'deposit-confirmed': { post: depositConfirmed },
  'deposit-finalized': { post: depositFinalized, follows: 'deposit-confirmed' },
  'deposit-reverted': { post: depositReverted, follows: 'deposit-confirmed', reverses: true },
  'suspense-confirmed': { post: suspenseConfirmed },
  'suspense-finalized': { post: suspenseFinalized, follows: 'suspense-confirmed' },
  'suspense-reverted': { post: suspenseReverted, follows: 'suspense-confirmed', reverses: true },
  'capital-finalized': { post: capitalFinalized },
} as const satisfies Record<string, Row>;

/** Name of a row; the `kind` of the entries that it makes. */
export type RowName = keyof typeof JOURNAL;

function depositConfirmed(transfer: Transfer): Posting {
  const transit = depositTransit(transfer.transferId);
  return { movements: [move(transit, pendingOf(transfer), transfer.amount)], edges: [], drains: [] };
}

function depositFinalized(transfer: Transfer): Posting {
  const { transferId, amount, from } = transfer;
  const transit = depositTransit(transferId);
  const pending = pendingOf(transfer);
  const available = availableClaim(clientOf(transfer));
  const address = addressOf(transfer);
  return {
    movements: [move(address, transit, amount), move(pending, available, amount)],
    edges: [
      ...path('custody', [outside(from.address), transit, address], amount),
      ...path('entitlement', [credit(transferId), pending, available], amount),
    ],
    drains: [transit, pending],
  };
}

function depositReverted(transfer: Transfer): Posting {
  return {
    movements: mirror(depositConfirmed(transfer).movements),
    edges: [],
    drains: [depositTransit(transfer.transferId), pendingOf(transfer)],
  };
}

function suspenseConfirmed({ transferId, amount }: Transfer): Posting {
  return { movements: [move(depositTransit(transferId), suspense(transferId), amount)], edges: [], drains: [] };
}

function suspenseFinalized(transfer: Transfer): Posting {
  const { transferId, amount, from } = transfer;
  const transit = depositTransit(transferId);
  const address = addressOf(transfer);
  return {
    movements: [move(address, transit, amount)],
    edges: [
      ...path('custody', [outside(from.address), transit, address], amount),
      ...path('entitlement', [credit(transferId), suspense(transferId)], amount),
    ],
    drains: [transit],
  };
}

function suspenseReverted(transfer: Transfer): Posting {
  return {
    movements: mirror(suspenseConfirmed(transfer).movements),
    edges: [],
    drains: [depositTransit(transfer.transferId), suspense(transfer.transferId)],
  };
}

function capitalFinalized(transfer: Transfer): Posting {
  const { amount, from } = transfer;
  const address = addressOf(transfer);
  return {
    movements: [move(address, HOUSE_CAPITAL, amount)],
    edges: path('custody', [outside(from.address), address], amount),
    drains: [],
  };
}

function addressOf({ transferId, chain, to }: Transfer): Account {
  if (!to.owner) throw new LedgerError('row-missing', `${transferId} reaches no address of ours, yet a row wants one`);
  return addressAccount(to.owner.side, to.owner.role, chain, to.address);
}

function clientOf({ transferId, to }: Transfer): string {
  const clientId = to.owner?.clientId;
  if (!clientId)
    throw new LedgerError('row-missing', `${transferId} reaches no client's address, yet a deposit's row was chosen`);
  return clientId;
}

function pendingOf(transfer: Transfer): Account {
  return pendingClaim(clientOf(transfer), transfer.transferId);
}
