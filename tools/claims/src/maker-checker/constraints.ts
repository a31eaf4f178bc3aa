import type { Pool } from 'pg';

/** The constraints that keep maker and checker apart and an approval on its digest, and all that leans on them. */
const CONSTRAINTS = `
  SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name FROM pg_constraint
  WHERE conrelid IN ('custody_registry.change'::regclass, 'custody_registry.mandate'::regclass) AND contype = 'c'
      AND pg_get_constraintdef(oid) ~ 'checker <> maker|approved_digest'
    OR conrelid = 'sweep_planner.approval'::regclass AND contype IN ('c', 'f')`;

/** Takes them away. @returns their names */
export async function dropConstraints(database: Pool): Promise<string[]> {
  const { rows } = await database.query<{ table: string; name: string }>(CONSTRAINTS);
  for (const { table, name } of rows) await database.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  return rows.map(({ table, name }) => `${table}.${name}`);
}
