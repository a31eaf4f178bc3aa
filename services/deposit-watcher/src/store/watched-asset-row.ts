import { Column, Entity, PrimaryColumn } from 'typeorm';
import { exactInteger } from './exact-integer';
import type { Registration } from './registration';

/** An asset whose transfers are looked for. */
@Entity({ name: 'watched_asset' })
export class WatchedAssetRow implements Registration {
  @PrimaryColumn({ name: 'asset_id', type: 'text' })
  assetId!: string;

  /** The registry's version that the rest is of. */
  @Column(exactInteger)
  version!: number;

  @Column({ type: 'text' })
  chain!: string;

  /** Token contract; null for the native asset. */
  @Column({ type: 'text', nullable: true })
  contract!: string | null;

  /** Finality threshold, e.g. blocks:2. */
  @Column({ type: 'text' })
  confirmed!: string;

  /** Finality threshold, e.g. tag:finalized. */
  @Column({ type: 'text' })
  finalized!: string;

  @Column({ ...exactInteger, name: 'effective_from_block', nullable: true })
  effectiveFromBlock!: number | null;

  @Column({ name: 'registered_at', type: 'timestamptz' })
  registeredAt!: Date;
}
