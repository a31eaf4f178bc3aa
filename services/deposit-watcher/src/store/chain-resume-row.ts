import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { exactInteger } from './exact-integer';

/** An operator's command that let a halted chain go on. Never changed. */
@Entity({ name: 'chain_resume' })
export class ChainResumeRow {
  @PrimaryGeneratedColumn({ type: 'int' })
  id!: number;

  @Column({ type: 'text' })
  chain!: string;

  @Column({ type: 'text' })
  operator!: string;

  /** In the operator's words. */
  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'resumed_at', type: 'timestamptz' })
  resumedAt!: Date;

  /** The last block that was kept. */
  @Column(exactInteger)
  height!: number;

  @Column({ type: 'text' })
  hash!: string;

  /** Where the chain stood halted, and why. */
  @Column({ ...exactInteger, name: 'halted_height' })
  haltedHeight!: number;

  @Column({ name: 'halted_reason', type: 'text' })
  haltedReason!: string;

  /** How many transfers were taken back, and how many transactions of ours. */
  @Column({ name: 'reverted_transfers', type: 'int' })
  revertedTransfers!: number;

  @Column({ name: 'reverted_transactions', type: 'int' })
  revertedTransactions!: number;
}
