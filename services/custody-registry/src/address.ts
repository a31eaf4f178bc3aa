import { z } from 'zod';
import type { AddressRow } from './store/address-row';
import { Role, WalletSide } from './wallet';

/** An address of ours as the API shows it. */
export const RegisteredAddress = z
  .object({
    chain: z.string(),
    address: z.string().describe('Canonical form.'),
    walletId: z.string(),
    role: Role,
    side: WalletSide,
    clientId: z.string().nullable().describe('The client whose deposits arrive here.'),
    derivationPath: z.string().nullable(),
    effectiveFromBlock: z.int().nullable(),
    version: z.int(),
    maker: z.string(),
    checker: z.string(),
    allocatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Address' });

export function toAddress({ allocatedAt, ...row }: AddressRow): z.input<typeof RegisteredAddress> {
  return { ...row, allocatedAt: allocatedAt.toISOString() };
}
