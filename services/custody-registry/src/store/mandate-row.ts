import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MandateKind, WalletRole } from '@tributary/domain-custody';
import { baseUnits } from './base-units';

/** One version of a mandate; the one that nothing has superseded is in force. */
@Entity('mandate')
export class MandateRow {
  @PrimaryColumn('text', { name: 'mandate_id' })
  mandateId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('text')
  chain!: string;

  @Column('text', { name: 'asset_id' })
  assetId!: string;

  @Column('text')
  kind!: MandateKind;

  @Column('boolean')
  enabled!: boolean;

  @Column('text', { name: 'from_role' })
  fromRole!: WalletRole;

  @Column('text', { name: 'to_wallet_id', nullable: true })
  toWalletId!: string | null;

  @Column('numeric', { transformer: baseUnits })
  threshold!: bigint;

  @Column('numeric', { name: 'automatic_up_to', transformer: baseUnits })
  automaticUpTo!: bigint;

  @Column('numeric', { name: 'movement_limit', transformer: baseUnits })
  limit!: bigint;

  @Column('numeric', { name: 'max_fee', transformer: baseUnits })
  maxFee!: bigint;

  @Column('integer', { name: 'valid_for_seconds' })
  validForSeconds!: number;

  @Column('text')
  maker!: string;

  @Column('text')
  checker!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt!: Date | null;
}
