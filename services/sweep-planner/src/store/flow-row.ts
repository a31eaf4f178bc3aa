import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FlowKind, FlowState } from '@tributary/domain-sweep';
import type { Owner } from '@tributary/events';
import { baseUnits } from './base-units';

/** How a flow ended without moving its value. */
export type EndCode = 'policy-denied' | 'rejected' | 'expired' | 'cancelled' | 'reverted-on-chain' | 'nonce-used';

/** One movement of ours, from plan to settlement. Never deleted. */
@Entity('flow')
export class FlowRow {
  @PrimaryColumn('text', { name: 'flow_id' }) flowId!: string;
  @Column('text') kind!: FlowKind;
  @Column('text') state!: FlowState;
  /** Counts its events. */
  @Column('int') version!: number;
  @Column('text') chain!: string;
  @Column('text', { name: 'asset_id' }) assetId!: string;
  @Column('text', { name: 'from_address' }) fromAddress!: string;
  @Column('jsonb', { name: 'from_owner' }) fromOwner!: Owner;
  @Column('text', { name: 'to_address' }) toAddress!: string;
  @Column('jsonb', { name: 'to_owner' }) toOwner!: Owner;
  @Column({ ...baseUnits }) amount!: bigint;
  @Column({ ...baseUnits, name: 'max_fee' }) maxFee!: bigint;
  @Column('text', { name: 'fee_asset_id' }) feeAssetId!: string;
  /** SHA-256 over its terms, which never change. */
  @Column('text') digest!: string;
  @Column('text') maker!: string;
  @Column('text', { name: 'mandate_id' }) mandateId!: string;
  @Column('int', { name: 'mandate_version' }) mandateVersion!: number;
  @Column('text', { name: 'mandate_editor' }) mandateEditor!: string;
  /** The mandate's limit when it was planned. */
  @Column({ ...baseUnits, name: 'max_amount' }) limit!: bigint;
  @Column({ ...baseUnits, name: 'automatic_up_to' }) automaticUpTo!: bigint;
  @Column('boolean', { name: 'needs_approval' }) needsApproval!: boolean;
  /** Until when it may be signed. */
  @Column('timestamptz') deadline!: Date;
  @Column('timestamptz', { name: 'planned_at' }) plannedAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column({ ...baseUnits, name: 'gas_limit', nullable: true }) gasLimit!: bigint | null;
  /** What the network asked when it was built, in base units of feeAssetId. */
  @Column({ ...baseUnits, name: 'estimated_fee', nullable: true }) estimatedFee!: bigint | null;
  /** True while a SweepBroadcast stands published and not taken back. */
  @Column('boolean', { name: 'on_its_way' }) onItsWay!: boolean;
  /** Why it does not go on just now; null where it does. */
  @Column('text', { name: 'waiting_for', nullable: true }) waitingFor!: string | null;
  @Column('text', { name: 'end_code', nullable: true }) endCode!: EndCode | null;
  /** Why it ended, was reverted or quarantined, for a person. */
  @Column('text', { nullable: true }) reason!: string | null;
  /** The final transaction that made it fail; it may yet be taken back. */
  @Column('text', { name: 'ended_by_txid', nullable: true }) endedByTxid!: string | null;
}
