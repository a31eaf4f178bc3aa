import type { EntityManager } from 'typeorm';
import { AddressRow } from './rows';

/** Why nothing can be sent to a wallet, and what to do. */
export interface NoDestination {
  readonly message: string;
}

/**
 * The address of a wallet that is paid: the newest that has stood in the address book long enough.
 *
 * @param coolDownSeconds  how long that is: time to notice an address that somebody slipped in
 */
export async function destinationOf(
  db: EntityManager,
  chain: string,
  walletId: string,
  coolDownSeconds: number,
): Promise<AddressRow | NoDestination> {
  const addresses = await db
    .createQueryBuilder(AddressRow, 'a')
    .where(`a.chain = :chain AND a.owner ->> 'walletId' = :walletId AND a.owner ->> 'clientId' IS NULL`)
    .orderBy('a.allocated_at', 'DESC')
    .addOrderBy('a.address', 'ASC')
    .setParameters({ chain, walletId })
    .getMany();
  const cooledBy = Date.now() - coolDownSeconds * 1000;
  const cooled = addresses.find(({ allocatedAt }) => allocatedAt.getTime() <= cooledBy);
  if (cooled) return cooled;
  const oldest = addresses.at(-1);
  if (!oldest) {
    return {
      message: `Wallet ${walletId} has no address on ${chain} in the address book: allocate one in the registry, or change the mandate`,
    };
  }
  const readyAt = new Date(oldest.allocatedAt.getTime() + coolDownSeconds * 1000);
  return {
    message: `The address of wallet ${walletId} is too new to be paid: it can be from ${readyAt.toISOString()} on`,
  };
}
