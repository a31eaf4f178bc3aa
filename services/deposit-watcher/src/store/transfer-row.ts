import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Party } from '@tributary/events';
import { baseUnits } from './base-units';
import { exactInteger } from './exact-integer';

/** A transfer that touches an address of ours. Never deleted: it counts its own reversals. */
@Entity({ name: 'transfer' })
export class TransferRow {
  @PrimaryColumn({ name: 'transfer_id', type: 'text' })
  transferId!: string;

  @Column({ type: 'text' })
  chain!: string;

  @Column({ type: 'text' })
  txid!: string;

  /** `native` or `log:<n>`. */
  @Column({ name: 'index_in_tx', type: 'text' })
  index!: string;

  @Column({ name: 'asset_id', type: 'text' })
  assetId!: string;

  @Column({ name: 'from_party', type: 'jsonb' })
  from!: Party;

  @Column({ name: 'to_party', type: 'jsonb' })
  to!: Party;

  @Column(baseUnits)
  amount!: bigint;

  @Column({ ...exactInteger, name: 'block_height' })
  blockHeight!: number;

  @Column({ name: 'block_hash', type: 'text' })
  blockHash!: string;

  @Column({ name: 'block_time', type: 'timestamptz' })
  blockTime!: Date;

  /** Place of its transaction in the block. */
  @Column({ name: 'place_in_block', type: 'int' })
  placeInBlock!: number;

  @Column({ type: 'text' })
  state!: 'seen' | 'confirmed' | 'finalized' | 'reverted';

  /** How often it was reverted before. */
  @Column({ type: 'int' })
  occurrence!: number;

  @Column({ type: 'boolean' })
  late!: boolean;
}
