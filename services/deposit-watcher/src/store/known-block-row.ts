import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A block that was read, kept until it is well below finality: a reorg is traced back along these. */
@Entity({ name: 'known_block' })
export class KnownBlockRow {
  @PrimaryColumn({ type: 'text' })
  chain!: string;

  @PrimaryColumn({ type: 'int' })
  height!: number;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'timestamptz' })
  time!: Date;
}
