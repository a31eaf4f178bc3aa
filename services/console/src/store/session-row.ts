import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that is signed in. Its tokens stay here; the browser holds only the session's id, and this only its hash. */
@Entity('session')
export class SessionRow {
  /** SHA-256 of the id in the browser's cookie. */
  @PrimaryColumn('bytea', { name: 'id_hash' })
  idHash!: Buffer;

  @Column('text')
  subject!: string;

  @Column('text', { name: 'access_token' })
  accessToken!: string;

  /** When the access token ends. */
  @Column('timestamptz', { name: 'access_until' })
  accessUntil!: Date;

  /** Null where the provider gives none: the session then ends with its access token. */
  @Column('text', { name: 'refresh_token', nullable: true })
  refreshToken!: string | null;

  /** Tells the provider at the sign-out whom it is about. */
  @Column('text', { name: 'id_token', nullable: true })
  idToken!: string | null;

  /** When the person has to sign in again, however long the tokens could be renewed. */
  @Column('timestamptz')
  until!: Date;
}
