import { Entity, PrimaryColumn } from 'typeorm';

/** An asset that there is, so that a question about any other can be refused. */
@Entity('listed_asset')
export class ListedAssetRow {
  @PrimaryColumn('text', { name: 'asset_id' })
  assetId!: string;
}
