import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Side, WalletRole } from '@tributary/domain-custody';

/** A wallet: a named holder of addresses of one chain, role and side. */
@Entity('wallet')
export class WalletRow {
  @PrimaryColumn('text', { name: 'wallet_id' })
  walletId!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  chain!: string;

  @Column('text')
  role!: WalletRole;

  @Column('text')
  side!: Side;

  @Column('text')
  label!: string;

  @Column('text')
  maker!: string;

  @Column('text')
  checker!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
