import { Column, Entity, PrimaryColumn } from 'typeorm';
import { baseUnits } from './base-units';
import type { StoredBlock } from './rows';

export type AttemptState = 'SIGNING' | 'SIGNED' | 'BROADCAST' | 'MINED' | 'SETTLED' | 'FAILED' | 'SUPERSEDED';

/** The transfer of an attempt that became final as planned. */
export interface FinalTransfer {
  readonly transferId: string;
  readonly occurrence: number;
}

/** One transaction that tries to move a flow's value. All attempts of a flow share its nonce, so at most one is mined. */
@Entity('attempt')
export class AttemptRow {
  @PrimaryColumn('text', { name: 'flow_id' }) flowId!: string;
  /** Counted from 1. */
  @PrimaryColumn('int') attempt!: number;
  @Column('text') chain!: string;
  /** The sender. */
  @Column('text') address!: string;
  @Column('bigint', { transformer: { to: (nonce: number) => nonce, from: Number } }) nonce!: number;
  @Column('text') state!: AttemptState;
  @Column({ ...baseUnits, name: 'gas_limit' }) gasLimit!: bigint;
  /** Wei per gas. */
  @Column({ ...baseUnits, name: 'max_fee_per_gas' }) maxFeePerGas!: bigint;
  @Column({ ...baseUnits, name: 'max_priority_fee_per_gas' }) maxPriorityFeePerGas!: bigint;
  /** What the signer is asked to sign; stored before it is asked. */
  @Column('text', { name: 'unsigned_bytes' }) unsigned!: string;
  @Column('text', { nullable: true }) txid!: string | null;
  @Column('timestamptz', { name: 'signed_at', nullable: true }) signedAt!: Date | null;
  /** When a node first took it. */
  @Column('timestamptz', { name: 'broadcast_at', nullable: true }) broadcastAt!: Date | null;
  /** When it was last handed to a node. */
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('jsonb', { nullable: true }) block!: StoredBlock | null;
  /** What it paid the network, once it is in a block. */
  @Column({ ...baseUnits, nullable: true }) fee!: bigint | null;
  /** True while its transaction is final. */
  @Column('boolean', { name: 'is_final' }) isFinal!: boolean;
  @Column('jsonb', { nullable: true }) transfer!: FinalTransfer | null;
  /** What the signer or the node said against it last. */
  @Column('text', { nullable: true }) error!: string | null;
}
