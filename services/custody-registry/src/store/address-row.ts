import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Side, WalletRole } from '@tributary/domain-custody';
import { exactInteger } from './exact-integer';

/** An address of ours, with its wallet's role and side as they were when it was allocated. */
@Entity('address')
export class AddressRow {
  @PrimaryColumn('text')
  chain!: string;

  /** Canonical: on EVM chains 0x and lower-case hex. */
  @PrimaryColumn('text')
  address!: string;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'wallet_id' })
  walletId!: string;

  @Column('text')
  role!: WalletRole;

  @Column('text')
  side!: Side;

  @Column('text', { name: 'client_id', nullable: true })
  clientId!: string | null;

  @Column('text', { name: 'derivation_path', nullable: true })
  derivationPath!: string | null;

  @Column('bigint', { name: 'effective_from_block', nullable: true, transformer: exactInteger })
  effectiveFromBlock!: number | null;

  @Column('text')
  maker!: string;

  @Column('text')
  checker!: string;

  @Column('timestamptz', { name: 'allocated_at' })
  allocatedAt!: Date;
}
