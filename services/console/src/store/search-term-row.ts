import { Column, Entity, PrimaryColumn } from 'typeorm';

export const FOUND_KINDS = ['address', 'client', 'wallet', 'account', 'deposit', 'sweep', 'entry'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** A text by which something is found: its id, or what belongs to it. */
@Entity('search_term')
export class SearchTermRow {
  @PrimaryColumn('text')
  kind!: FoundKind;

  /** The text in lower case. */
  @PrimaryColumn('text')
  term!: string;

  @PrimaryColumn('text')
  id!: string;

  /** What of the thing the text is. */
  @Column('text')
  by!: 'id' | 'transaction' | 'sender' | 'name';

  /** As it is written. */
  @Column('text')
  text!: string;

  /** Of an account or an entry, its book; accounts of several books share a name. Else empty. */
  @PrimaryColumn('text')
  book!: string;

  /** Of an entry, an account that it moved; of an address, its wallet. */
  @Column('text', { nullable: true })
  account!: string | null;
}
