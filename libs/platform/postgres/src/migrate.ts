import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

/**
 * Brings a schema up to date: runs what has not run yet, in the order given, each in a transaction of its own.
 * An advisory lock lets one of several starting instances do it while the others wait.
 *
 * @returns the names of the migrations that ran now
 */
export async function migrate(
  dataSource: DataSource,
  schema: string,
  migrations: readonly MigrationClass[],
): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  const lock = [`migrate:${schema}`];
  try {
    await runner.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', lock);
    await runner.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await runner.query(
      'CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, ran_at timestamptz NOT NULL DEFAULT now())',
    );
    const rows: { name: string }[] = await runner.query('SELECT name FROM migration');
    const done = new Set(rows.map(({ name }) => name));
    const due = migrations.filter(({ name }) => !done.has(name));
    for (const migration of due) await runOne(runner, migration);
    return due.map(({ name }) => name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', lock).catch(() => undefined);
    await runner.release();
  }
}

async function runOne(runner: QueryRunner, migration: MigrationClass): Promise<void> {
  await runner.startTransaction();
  try {
    await new migration().up(runner);
    await runner.query('INSERT INTO migration (name) VALUES ($1)', [migration.name]);
    await runner.commitTransaction();
  } catch (cause) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw new Error(`Migration ${migration.name} failed and was rolled back: ${(cause as Error).message}`, { cause });
  }
}
