import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A deposit as it stands: the transfer's last fact, and when it reached each state in its present block. */
@Entity('deposit')
export class DepositRow {
  @PrimaryColumn('text', { name: 'transfer_id' })
  transferId!: string;

  @Column('text')
  chain!: string;

  @Column('text')
  txid!: string;

  @Column('text')
  index!: string;

  @Column('text', { name: 'asset_id' })
  assetId!: string;

  @Column('text', { name: 'from_address' })
  from!: string;

  @Column('text')
  address!: string;

  @Column('text', { name: 'wallet_id' })
  walletId!: string;

  @Column('text', { name: 'client_id', nullable: true })
  clientId!: string | null;

  @Column('text')
  kind!: 'client' | 'suspense' | 'capital';

  /** Base units in decimal digits. */
  @Column('numeric')
  amount!: string;

  @Column('text')
  state!: 'seen' | 'confirmed' | 'finalized' | 'reverted';

  @Column('bigint', { name: 'block_height' })
  blockHeight!: number;

  @Column('text', { name: 'block_hash' })
  blockHash!: string;

  @Column('timestamptz', { name: 'block_time' })
  blockTime!: Date;

  @Column('bigint')
  confirmations!: number;

  @Column('integer')
  occurrence!: number;

  @Column('boolean')
  late!: boolean;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  @Column('timestamptz', { name: 'finalized_at', nullable: true })
  finalizedAt!: Date | null;

  @Column('timestamptz', { name: 'reverted_at', nullable: true })
  revertedAt!: Date | null;
}
