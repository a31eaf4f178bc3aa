import type { ChainId } from '@tributary/domain-custody';
import { addressAccount, type Account } from '../account';
import { LedgerError } from '../ledger-error';
import type { Party } from '../transfer';

/** The coins of an address of ours. @throws {LedgerError} it is none of ours */
export function coinsAt(chain: ChainId, { address, owner }: Party): Account {
  if (!owner) throw new LedgerError('row-missing', `${address} on ${chain} is no address of ours, yet a row wants one`);
  return addressAccount(owner.side, owner.role, chain, address);
}
