import { z } from 'zod';
import type { WalletRow } from './store/wallet-row';

export const Role = z.enum(['deposit', 'hot', 'warm', 'cold', 'gas']).describe('What the wallet is for.');
export const WalletSide = z.enum(['c', 'h']).describe("Whose money it holds: c the clients', h the house's.");

/** A wallet as the API shows it. */
export const Wallet = z
  .object({
    walletId: z.string(),
    chain: z.string(),
    role: Role,
    side: WalletSide,
    label: z.string().describe('The name that people read.'),
    version: z.int(),
    maker: z.string(),
    checker: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Wallet' });

export function toWallet({ createdAt, ...row }: WalletRow): z.input<typeof Wallet> {
  return { ...row, createdAt: createdAt.toISOString() };
}
