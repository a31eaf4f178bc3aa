import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A listed asset; its graph stands by itself. */
@Entity('asset')
export class AssetRow {
  @PrimaryColumn('text', { name: 'asset_id' })
  assetId!: string;
}

/** How far an asset's book has come into the graph. */
@Entity('book')
export class BookRow {
  @PrimaryColumn('text')
  asset!: string;

  /** Provenance epoch: positions count within one. */
  @Column('integer')
  epoch!: number;

  /** Sequence of the newest entry. */
  @Column('bigint')
  seq!: string;

  @Column('timestamptz', { name: 'booked_at' })
  bookedAt!: Date;
}

/** Whose address an account of the ledger is. */
@Entity('place')
export class PlaceRow {
  @PrimaryColumn('text')
  account!: string;

  @Column('text', { name: 'wallet_id' })
  walletId!: string;

  @Column('text', { name: 'client_id', nullable: true })
  clientId!: string | null;
}

/** A wallet's name and use. */
@Entity('wallet')
export class WalletRow {
  @PrimaryColumn('text', { name: 'wallet_id' })
  walletId!: string;

  @Column('text')
  label!: string;

  @Column('text')
  role!: 'deposit' | 'hot' | 'warm' | 'cold' | 'gas';
}
