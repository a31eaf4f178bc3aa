import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Party, TransactionStatus } from '@tributary/events';
import { baseUnits } from './base-units';
import { exactInteger } from './exact-integer';

/** A transaction that an address of ours sent, a failed one too. Never deleted: it counts its own reversals. */
@Entity({ name: 'own_transaction' })
export class OwnTransactionRow {
  @PrimaryColumn({ type: 'text' })
  chain!: string;

  @PrimaryColumn({ type: 'text' })
  txid!: string;

  @Column({ type: 'jsonb' })
  sender!: Party;

  @Column(exactInteger)
  nonce!: number;

  @Column({ type: 'text' })
  status!: TransactionStatus;

  @Column(baseUnits)
  fee!: bigint;

  @Column({ name: 'fee_asset_id', type: 'text' })
  feeAssetId!: string;

  @Column({ ...exactInteger, name: 'block_height' })
  blockHeight!: number;

  @Column({ name: 'block_hash', type: 'text' })
  blockHash!: string;

  @Column({ name: 'block_time', type: 'timestamptz' })
  blockTime!: Date;

  @Column({ name: 'place_in_block', type: 'int' })
  placeInBlock!: number;

  @Column({ type: 'text' })
  state!: 'mined' | 'finalized' | 'reverted';

  /** How often it was reverted before. */
  @Column({ type: 'int' })
  occurrence!: number;

  @Column({ type: 'boolean' })
  late!: boolean;
}
