import { Column, Entity, PrimaryColumn } from 'typeorm';
import { exactInteger } from './exact-integer';

export const CHANGE_STATES = ['proposed', 'approved', 'rejected'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** Something that one person wants recorded, and what another decided about it. */
@Entity('change')
export class ChangeRow {
  @PrimaryColumn('bigint', { name: 'change_id', transformer: exactInteger, insert: false })
  changeId!: number;

  /** Name of a ChangeKind. */
  @Column('text')
  kind!: string;

  /** As that kind reads them, in the order in which they were given. */
  @Column('jsonb')
  items!: object[];

  /** Hex SHA-256 of kind, items and maker. */
  @Column('text')
  digest!: string;

  @Column('text')
  maker!: string;

  @Column('text')
  state!: ChangeState;

  @Column('text', { nullable: true })
  checker!: string | null;

  /** The digest that the checker approved. */
  @Column('text', { name: 'approved_digest', nullable: true })
  approvedDigest!: string | null;

  /** Why it was rejected. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** When it was proposed, or revised last. */
  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
