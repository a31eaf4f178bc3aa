import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ZERO_ADDRESS } from '@tributary/chain-ethereum';
import { clientFault } from '@tributary/domain-custody';
import { AddressAllocated } from '@tributary/events';
import { Problem, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { RegisteredAddress, toAddress } from './address';
import { AlreadyStands } from './already-stands';
import { Address, ChainId, EffectiveFromBlock, Id, Maker } from './fields';
import { AddressRow } from './store/address-row';
import { AssetRow } from './store/asset-row';
import { ClientRow } from './store/client-row';
import { insertNew } from './store/insert-new';
import { lockAddress } from './store/lock-address';
import { WalletRow } from './store/wallet-row';

/** Allocates an address to a wallet, and to a client if the deposits that arrive there are a client's. */
@Injectable()
export class AllocateAddress {
  static readonly contract = {
    summary: 'Allocate an address to a wallet',
    roles: ['operator', 'approver'],
    body: z.strictObject({
      chain: ChainId,
      address: Address,
      walletId: Id,
      clientId: Id.nullable()
        .default(null)
        .describe('The client whose deposits arrive here; without one they wait in suspense.'),
      derivationPath: z
        .string()
        .regex(/^m(\/\d{1,10}['h]?)+$/, "must be a BIP 32 path, e.g. m/44'/60'/0'/0/7")
        .nullable()
        .default(null),
      effectiveFromBlock: EffectiveFromBlock,
      maker: Maker,
    }),
    reply: RegisteredAddress,
  } satisfies RouteContract;

  async handle({ body }: RouteInput<typeof AllocateAddress.contract>, tx: EntityManager) {
    const key = { chain: body.chain, address: body.address };
    const standing = await tx.findOneBy(AddressRow, key);
    if (standing) return new AlreadyStands('address', 'body.address', toAddress(standing));

    const reason = await cannotBeOurs(body, tx);
    if (reason) return refuse(422, 'address-not-ours', 'address', reason);

    const wallet = await tx.findOneBy(WalletRow, { walletId: body.walletId });
    if (!wallet) return refuse(422, 'wallet-unknown', 'walletId', 'is unknown: create the wallet first');
    if (wallet.chain !== body.chain) {
      return refuse(422, 'wallet-chain', 'chain', `is not the wallet's: ${wallet.walletId} is of ${wallet.chain}`);
    }
    if (body.clientId !== null) {
      const fault = clientFault(wallet) ?? (await clientRefusal(body.clientId, tx));
      if (typeof fault === 'string') return refuse(422, 'client-mismatch', 'clientId', fault);
      if (fault) return fault;
    }

    const occurredAt = new Date();
    const { role, side } = wallet;
    const row: AddressRow = { ...body, role, side, version: 1, allocatedAt: occurredAt };
    if (!(await insertNew(tx, AddressRow, row))) {
      return new AlreadyStands('address', 'body.address', toAddress(await tx.findOneByOrFail(AddressRow, key)));
    }
    return {
      reply: toAddress(row),
      events: [AddressAllocated.of({ ...body, checker: null, role, side, version: 1, occurredAt })],
    };
  }
}

/** Why an address cannot be one of ours: with it registered, a mint or a token's own move would pass for ours. */
async function cannotBeOurs(
  { chain, address }: Pick<AddressRow, 'chain' | 'address'>,
  tx: EntityManager,
): Promise<string | undefined> {
  if (address === ZERO_ADDRESS) return 'is the zero address, whose key nobody holds: write an address of your own';
  await lockAddress(tx, chain, address);
  const asset = await tx.findOneBy(AssetRow, { chain, contract: address });
  return asset ? `is the contract of ${asset.symbol}: write an address of your own` : undefined;
}

/** Why this client gets no address. The client's row stays locked against closing up to the commit. */
async function clientRefusal(clientId: string, tx: EntityManager): Promise<Problem | undefined> {
  const client = await tx.findOne(ClientRow, { where: { clientId }, lock: { mode: 'pessimistic_read' } });
  if (!client) return refuse(422, 'client-unknown', 'clientId', 'is unknown: open the client first');
  if (client.closedAt) return refuse(409, 'client-closed', 'clientId', 'is closed and gets no further address');
  return undefined;
}

function refuse(status: number, code: string, field: string, reason: string): Problem {
  return new Problem(status, code, 'The address was not allocated', [{ field: `body.${field}`, reason }]);
}
