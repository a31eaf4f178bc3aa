import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Owner } from '@tributary/events';
import { baseUnits } from './base-units';

/** What an address of ours holds of an asset by its final facts, in base units. */
@Entity('source')
export class SourceRow {
  @PrimaryColumn('text') address!: string;
  @PrimaryColumn('text', { name: 'asset_id' }) assetId!: string;
  @Column('text') chain!: string;
  @Column('jsonb') owner!: Owner;
  /** The clients' units. */
  @Column({ ...baseUnits, name: 'client_units' }) clientUnits!: bigint;
  /** The house's: at a client's address what top-ups left there. */
  @Column({ ...baseUnits, name: 'house_units' }) houseUnits!: bigint;
}

/** The units of the address's own side. */
export function ownUnits({ owner, clientUnits, houseUnits }: SourceRow): bigint {
  return owner.side === 'c' ? clientUnits : houseUnits;
}
