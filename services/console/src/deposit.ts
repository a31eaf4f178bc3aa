import { z } from 'zod';
import type { Party } from '@tributary/events';
import type { BookedDeposit } from './store/select-deposits';

export const DepositState = z.enum(['seen', 'confirmed', 'finalized', 'reverted']);

/** The block that carries a transfer, as the API shows it. */
export const BlockReply = z
  .object({ height: z.int(), hash: z.string(), time: z.iso.datetime() })
  .meta({ id: 'DepositBlock' });

/** A deposit as the API shows it. */
export const Deposit = z
  .object({
    transferId: z.string().describe('<chain>/<txid>/<index>'),
    chain: z.string(),
    txid: z.string(),
    index: z.string(),
    assetId: z.string(),
    from: z.string().describe('The address that sent it.'),
    address: z.string().describe('The address of ours that received it.'),
    walletId: z.string(),
    clientId: z.string().nullable(),
    kind: z
      .enum(['client', 'suspense', 'capital'])
      .describe("Whose it is: a client's, nobody's yet, or the house's own."),
    amount: z.string().describe('Base units of the asset, in decimal digits.'),
    state: DepositState,
    block: BlockReply.describe('Of a reverted one, the block that left the chain.'),
    confirmations: z.int().describe('Blocks on top of and including its own at its last change of state.'),
    occurrence: z.int().describe('How often it was reverted before.'),
    late: z.boolean().describe('Found by a backfill, after its block had its turn.'),
    seenAt: z.iso.datetime(),
    confirmedAt: z.iso.datetime().nullable(),
    finalizedAt: z.iso.datetime().nullable(),
    revertedAt: z.iso.datetime().nullable(),
    creditedAt: z.iso.datetime().nullable().describe('When the books made it available; null of all but a client.'),
    entryIds: z.array(z.string()).describe('Entries that book it.'),
  })
  .meta({ id: 'Deposit' });

/** Where a deposit arrived, and whose it is there. */
export interface Arrival {
  readonly kind: 'client' | 'suspense' | 'capital';
  readonly walletId: string;
  readonly clientId: string | null;
}

/**
 * The deposit that a transfer is: value that arrives from outside at a client's address, at another one of side c,
 * where it is in suspense, or at the house's, as capital. Undefined where it comes from ours or does not reach us.
 */
export function arrivalOf(from: Party, { owner }: Party): Arrival | undefined {
  if (from.owner || !owner) return undefined;
  const { side, walletId, clientId } = owner;
  const kind = side === 'h' ? 'capital' : clientId === null ? 'suspense' : 'client';
  return { kind, walletId, clientId };
}

export function toDeposit(row: BookedDeposit): z.input<typeof Deposit> {
  const { blockHeight, blockHash, blockTime, ...deposit } = row;
  return {
    ...deposit,
    block: { height: blockHeight, hash: blockHash, time: blockTime.toISOString() },
    seenAt: row.seenAt.toISOString(),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    finalizedAt: row.finalizedAt?.toISOString() ?? null,
    revertedAt: row.revertedAt?.toISOString() ?? null,
    creditedAt: row.creditedAt?.toISOString() ?? null,
    entryIds: [...row.entryIds],
  };
}
