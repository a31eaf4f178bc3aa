import {
  HOUSE_CAPITAL,
  availableClaim,
  depositTransit,
  pendingClaim,
  receivable,
  suspense,
  type Account,
} from '../account';
import { mirror, move, path, type Posting } from '../entry';
import { LedgerError } from '../ledger-error';
import { credit, outside } from '../place';
import type { Transfer, TransferFact } from '../transfer';
import { coinsAt } from './addresses';
import { short } from './pay-out';
import type { Before } from './row';

export function depositConfirmed({ transfer }: TransferFact): Posting {
  const transit = depositTransit(transfer.transferId);
  return { movements: [move(transit, pendingOf(transfer), transfer.amount)], edges: [], drains: [] };
}

export function depositFinalized({ transfer }: TransferFact): Posting {
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

/** A reorg past finality: the coins are gone, and of the claim whatever the client has not spent. */
export function depositUnfinalized({ transfer }: TransferFact, { balance }: Before): Posting {
  const { transferId, amount } = transfer;
  const available = availableClaim(clientOf(transfer));
  const claimed = -balance(available);
  const left = claimed < amount ? claimed : amount;
  return {
    movements: [
      move(depositTransit(transferId), addressOf(transfer), amount),
      ...(left > 0n ? [move(available, pendingOf(transfer), left)] : []),
    ],
    edges: [],
    drains: [],
  };
}

/** What the client has spent of it by then is missing from the clients' coins: the house makes it good, and is owed it. */
export function depositReverted({ transfer }: TransferFact, { balance }: Before): Posting {
  const transit = depositTransit(transfer.transferId);
  const pending = pendingOf(transfer);
  const claimed = -balance(pending);
  const spent = transfer.amount - claimed;
  return {
    movements: [
      ...(claimed > 0n ? [move(pending, transit, claimed)] : []),
      ...(spent > 0n ? short(transit, receivable(clientOf(transfer)), spent) : []),
    ],
    edges: [],
    drains: [transit, pending],
  };
}

export function suspenseConfirmed({ transfer: { transferId, amount } }: TransferFact): Posting {
  return { movements: [move(depositTransit(transferId), suspense(transferId), amount)], edges: [], drains: [] };
}

export function suspenseFinalized({ transfer }: TransferFact): Posting {
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

export function suspenseReverted(fact: TransferFact): Posting {
  const { transferId } = fact.transfer;
  return {
    movements: mirror(suspenseConfirmed(fact).movements),
    edges: [],
    drains: [depositTransit(transferId), suspense(transferId)],
  };
}

export function capitalFinalized({ transfer }: TransferFact): Posting {
  const { amount, from } = transfer;
  const address = addressOf(transfer);
  return {
    movements: [move(address, HOUSE_CAPITAL, amount)],
    edges: path('custody', [outside(from.address), address], amount),
    drains: [],
  };
}

function addressOf({ chain, to }: Transfer): Account {
  return coinsAt(chain, to);
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
