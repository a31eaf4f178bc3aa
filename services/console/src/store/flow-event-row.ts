import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event in the life of a flow; of a deposit, the facts of its transfer and the entries that book it. */
@Entity('flow_event')
export class FlowEventRow {
  @PrimaryColumn('text', { name: 'event_id' })
  eventId!: string;

  /** Of a deposit, its transferId. */
  @Column('text')
  flow!: string;

  @Column('text')
  type!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  topic!: string;

  @Column('bigint', { name: 'stream_seq' })
  streamSeq!: number;

  @Column('bigint', { name: 'block_height', nullable: true })
  blockHeight!: number | null;

  @Column('text', { name: 'block_hash', nullable: true })
  blockHash!: string | null;

  @Column('timestamptz', { name: 'block_time', nullable: true })
  blockTime!: Date | null;

  @Column('text', { name: 'entry_id', nullable: true })
  entryId!: string | null;

  /** Of an entry, the row of the journal that posted it. */
  @Column('text', { name: 'entry_kind', nullable: true })
  entryKind!: string | null;
}
