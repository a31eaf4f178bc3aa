import { Column, Entity, PrimaryColumn } from 'typeorm';
import { exactInteger } from './exact-integer';

/** A block that was read, kept until it is well below finality: a reorg is traced back along these. */
@Entity({ name: 'known_block' })
export class KnownBlockRow {
  @PrimaryColumn({ type: 'text' })
  chain!: string;

  @PrimaryColumn(exactInteger)
  height!: number;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'timestamptz' })
  time!: Date;
}
