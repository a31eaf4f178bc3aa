import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Terms in byte order, so that whatever begins with a text is one range of the index. */
export class SearchSchema1 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_term (
        kind text NOT NULL CHECK (kind IN ('address', 'client', 'wallet', 'account', 'deposit', 'sweep', 'entry')),
        term text COLLATE "C" NOT NULL,
        id text COLLATE "C" NOT NULL,
        by text NOT NULL CHECK (by IN ('id', 'transaction', 'sender', 'name')),
        text text NOT NULL,
        book text COLLATE "C" NOT NULL,
        account text,
        PRIMARY KEY (kind, term, id, book)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_term');
  }
}
