import { Column, Entity, PrimaryColumn } from 'typeorm';
import { exactInteger } from './exact-integer';

/** A listed asset. */
@Entity('asset')
export class AssetRow {
  /** CAIP-19. */
  @PrimaryColumn('text', { name: 'asset_id' })
  assetId!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  chain!: string;

  @Column('text')
  kind!: 'native' | 'erc20';

  @Column('text')
  symbol!: string;

  @Column('integer')
  decimals!: number;

  /** Lower-case hex; null for the native asset. */
  @Column('text', { nullable: true })
  contract!: string | null;

  @Column('text')
  confirmed!: string;

  @Column('text')
  finalized!: string;

  @Column('bigint', { name: 'effective_from_block', nullable: true, transformer: exactInteger })
  effectiveFromBlock!: number | null;

  @Column('text')
  maker!: string;

  @Column('text')
  checker!: string;

  @Column('timestamptz', { name: 'listed_at' })
  listedAt!: Date;
}
