import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Headers become `json`, which unlike `jsonb` takes a NUL: any producer may write one. A row of the outbox that the
 * broker refuses for its size is set aside, so that the others go on.
 */
export class BackboneSchema2 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE consumer_dead_letter ALTER COLUMN headers TYPE json;
      ALTER TABLE producer_outbox ALTER COLUMN headers TYPE json, ADD COLUMN set_aside_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE producer_outbox ALTER COLUMN headers TYPE jsonb, DROP COLUMN set_aside_at;
      ALTER TABLE consumer_dead_letter ALTER COLUMN headers TYPE jsonb;
    `);
  }
}
