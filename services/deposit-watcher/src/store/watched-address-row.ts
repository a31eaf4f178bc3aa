import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Owner } from '@tributary/domain-custody';
import { exactInteger } from './exact-integer';
import type { Registration } from './registration';

/** An address of ours, with what its transfers are to say about it. */
@Entity({ name: 'watched_address' })
export class WatchedAddressRow implements Registration {
  @PrimaryColumn({ type: 'text' })
  chain!: string;

  @PrimaryColumn({ type: 'text' })
  address!: string;

  /** The registry's version that the rest is of. */
  @Column(exactInteger)
  version!: number;

  @Column({ type: 'jsonb' })
  owner!: Owner;

  @Column({ ...exactInteger, name: 'effective_from_block', nullable: true })
  effectiveFromBlock!: number | null;

  @Column({ name: 'registered_at', type: 'timestamptz' })
  registeredAt!: Date;
}
