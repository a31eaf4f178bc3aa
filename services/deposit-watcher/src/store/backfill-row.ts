import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { exactInteger } from './exact-integer';

/**
 * Blocks that were read before an address or an asset was registered, and are read again for it. Each registration
 * makes one; it is deleted when done.
 */
@Entity({ name: 'backfill' })
export class BackfillRow {
  @PrimaryGeneratedColumn({ type: 'int' })
  id!: number;

  @Column({ type: 'text' })
  chain!: string;

  /** The address or asset id that was registered. */
  @Column({ type: 'text' })
  subject!: string;

  /** Where the registration names no block: blocks from this time on. */
  @Column({ name: 'counts_from', type: 'timestamptz' })
  countsFrom!: Date;

  /** The next block to read; null until the block of `countsFrom` is looked up. */
  @Column({ ...exactInteger, name: 'next_height', nullable: true })
  nextHeight!: number | null;

  /** The last block to read: the cursor when the watcher learned of the registration; null until then. */
  @Column({ ...exactInteger, name: 'to_height', nullable: true })
  toHeight!: number | null;
}
