import { Column, Entity, PrimaryColumn } from 'typeorm';
import { baseUnits } from './base-units';

/** A book: one asset, and how many entries stand in it. */
@Entity('book')
export class BookRow {
  @PrimaryColumn('text') book!: string;
  @Column('bigint') seq!: string;
}

/** An account of a book. Its class and side are read off its path by the database. */
@Entity('account')
export class AccountRow {
  @PrimaryColumn('bigint') id!: string;
  @Column('text') book!: string;
  @Column('text') path!: string;
  /** Debit-positive. */
  @Column('numeric', { transformer: baseUnits }) balance!: bigint;
}

/** An entry of a book: one fact, booked once. */
@Entity('entry')
export class EntryRow {
  @PrimaryColumn('text', { name: 'entry_id' }) entryId!: string;
  @Column('text') book!: string;
  @Column('bigint', { name: 'book_seq' }) bookSeq!: string;
  /** Row of the journal. */
  @Column('text') kind!: string;
  @Column('text') flow!: string;
  @Column('text') chain!: string;
  @Column('text', { nullable: true }) txid!: string | null;
  /** Valid time: the fact's block time. */
  @Column('timestamptz', { name: 'effective_at' }) effectiveAt!: Date;
  @Column('timestamptz', { name: 'booked_at' }) bookedAt!: Date;
  @Column('text', { name: 'source_event_id' }) sourceEventId!: string;
  /** The entry that this one takes back. */
  @Column('text', { nullable: true }) reverses!: string | null;
}

/** A movement of an entry, with what its two accounts stood at after it, debit-positive. */
@Entity('movement')
export class MovementRow {
  @PrimaryColumn('text') book!: string;
  @PrimaryColumn('bigint', { name: 'book_seq' }) bookSeq!: string;
  /** Place in the entry, from 1. */
  @PrimaryColumn('smallint') line!: number;
  @Column('char') side!: 'c' | 'h';
  @Column('bigint') debit!: string;
  @Column('bigint') credit!: string;
  @Column('numeric', { transformer: baseUnits }) amount!: bigint;
  @Column('numeric', { name: 'debit_after', transformer: baseUnits }) debitAfter!: bigint;
  @Column('numeric', { name: 'credit_after', transformer: baseUnits }) creditAfter!: bigint;
}
