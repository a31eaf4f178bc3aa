import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A client; no personal data. */
@Entity('client')
export class ClientRow {
  @PrimaryColumn('text', { name: 'client_id' })
  clientId!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  maker!: string;

  @Column('text')
  checker!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
