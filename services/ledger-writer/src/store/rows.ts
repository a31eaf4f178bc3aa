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
