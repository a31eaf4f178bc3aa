import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WalletRole } from '@tributary/domain-custody';
import type { FlowKind } from '@tributary/domain-sweep';
import type { Block, Owner, Party } from '@tributary/events';
import { baseUnits } from './base-units';

/** A chain whose watcher has halted: nothing new is planned or signed on it. */
@Entity('chain_halt')
export class ChainHaltRow {
  @PrimaryColumn('text') chain!: string;
  @Column('text') reason!: string;
}

/** A wallet of the registry. */
@Entity('wallet')
export class WalletRow {
  @PrimaryColumn('text', { name: 'wallet_id' }) walletId!: string;
  @Column('text') chain!: string;
  @Column('text') role!: WalletRole;
  @Column('text') side!: 'c' | 'h';
}

/** An address of ours. Destinations are taken from here alone. */
@Entity('address_book')
export class AddressRow {
  @PrimaryColumn('text') chain!: string;
  @PrimaryColumn('text') address!: string;
  @Column('jsonb') owner!: Owner;
  @Column('timestamptz', { name: 'allocated_at' }) allocatedAt!: Date;
}

@Entity('asset')
export class AssetRow {
  @PrimaryColumn('text', { name: 'asset_id' }) assetId!: string;
  @Column('text') chain!: string;
  @Column('text') symbol!: string;
  @Column('int') decimals!: number;
  /** Token contract; null for the native asset. */
  @Column('text', { nullable: true }) contract!: string | null;
}

/** The version of a mandate that is in force. */
@Entity('mandate')
export class MandateRow {
  @PrimaryColumn('text', { name: 'mandate_id' }) mandateId!: string;
  @Column('int') version!: number;
  /** Who changed it last: may not approve what moves under it. */
  @Column('text') editor!: string;
  @Column('text') chain!: string;
  @Column('text', { name: 'asset_id' }) assetId!: string;
  @Column('text') kind!: FlowKind;
  @Column('boolean') enabled!: boolean;
  @Column('text', { name: 'from_role' }) fromRole!: WalletRole;
  @Column('text', { name: 'to_wallet_id', nullable: true }) toWalletId!: string | null;
  @Column({ ...baseUnits }) threshold!: bigint;
  @Column({ ...baseUnits, name: 'automatic_up_to' }) automaticUpTo!: bigint;
  @Column({ ...baseUnits, name: 'max_amount' }) limit!: bigint;
  /** Base units of the chain's native asset. */
  @Column({ ...baseUnits, name: 'max_fee' }) maxFee!: bigint;
  @Column('int', { name: 'valid_for_seconds' }) validForSeconds!: number;
  /** Why nothing can be planned under it just now; null where it can. */
  @Column('text', { nullable: true }) trouble!: string | null;
}

/** The next nonce of an address: one lane, one writer at a time. */
@Entity('nonce_lane')
export class NonceLaneRow {
  @PrimaryColumn('text') chain!: string;
  @PrimaryColumn('text') address!: string;
  @Column('bigint') next!: string;
}

/** Value of ours that left and that no flow explains. */
@Entity('outflow')
export class OutflowRow {
  @PrimaryColumn('text', { name: 'outflow_id' }) outflowId!: string;
  @Column('text') what!: 'transfer' | 'fee';
  @Column('text') state!: 'unexplained' | 'reverted';
  @Column('text') chain!: string;
  @Column('text') txid!: string;
  @Column('text', { name: 'asset_id' }) assetId!: string;
  @Column('jsonb', { name: 'from_party' }) from!: Party;
  @Column('jsonb', { name: 'to_party', nullable: true }) to!: Party | null;
  @Column({ ...baseUnits }) amount!: bigint;
  @Column('jsonb') block!: StoredBlock;
  @Column('int') occurrence!: number;
  @Column('timestamptz', { name: 'judged_at' }) judgedAt!: Date;
}

/** A block as jsonb keeps it: its time is text. */
export interface StoredBlock {
  readonly height: number;
  readonly hash: string;
  readonly time: string;
}

export function storedBlock({ height, hash, time }: Block): StoredBlock {
  return { height, hash, time: time.toISOString() };
}

export function blockOf({ height, hash, time }: StoredBlock): Block {
  return { height, hash, time: new Date(time) };
}
