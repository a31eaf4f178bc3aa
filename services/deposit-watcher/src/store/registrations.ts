import { Any, type EntityManager } from 'typeorm';
import { WatchedAddressRow } from './watched-address-row';

/** Those of the given addresses that are ours. */
export function oursAmong(tx: EntityManager, chain: string, addresses: Iterable<string>): Promise<WatchedAddressRow[]> {
  return tx.findBy(WatchedAddressRow, { chain, address: Any([...new Set(addresses)]) });
}
