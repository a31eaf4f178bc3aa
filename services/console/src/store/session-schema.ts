import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is signed in. Nothing else is lost with it: everybody signs in again. */
export class SessionSchema1 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session (
        id_hash bytea PRIMARY KEY,
        subject text NOT NULL,
        access_token text NOT NULL,
        access_until timestamptz NOT NULL,
        refresh_token text,
        id_token text,
        until timestamptz NOT NULL
      );
      CREATE INDEX session_until ON session (until);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE session');
  }
}
