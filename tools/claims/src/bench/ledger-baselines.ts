import type { DataSource } from '@tributary/platform-service';

/** A movement as the baselines write it: accounts by their id. */
export interface PlainMovement {
  readonly debit: string;
  readonly credit: string;
  readonly amount: string;
}

const COLUMNS = 'book, book_seq, line, side, debit, credit, amount, debit_after, credit_after';

/** Tables of the baselines: the movements' twin with the same indexes, and postings of two rows beside their balances. */
export async function makeBaselines(db: DataSource): Promise<void> {
  await db.query(`
    CREATE TABLE copied (LIKE movement INCLUDING INDEXES INCLUDING CONSTRAINTS);
    CREATE TABLE naive_account (id bigint PRIMARY KEY, balance numeric(78,0) NOT NULL DEFAULT 0);
    CREATE TABLE naive_posting (
      id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      account bigint NOT NULL REFERENCES naive_account,
      amount  numeric(78,0) NOT NULL,
      after   numeric(78,0) NOT NULL
    );
    CREATE INDEX naive_posting_account ON naive_posting (account, id);
  `);
}

/** Keeps what stands in the books by now as a file of the server's, for COPY, and answers with the same movements. */
export async function dumpMovements(db: DataSource): Promise<PlainMovement[]> {
  await db.query(`COPY (SELECT ${COLUMNS} FROM movement ORDER BY book, book_seq, line) TO '${await dumpPath(db)}'`);
  await db.query('INSERT INTO naive_account (id) SELECT id FROM account');
  return db.query('SELECT debit, credit, amount FROM movement ORDER BY book, book_seq, line');
}

/** The upper bound: the same rows into the same indexes, with no books kept. */
export async function copyMovements(db: DataSource): Promise<void> {
  await db.query('TRUNCATE copied');
  await db.query(`COPY copied (${COLUMNS}) FROM '${await dumpPath(db)}'`);
}

/** As it is often done: each posting a transaction of its own that locks both balances and writes two rows. */
export async function naiveMovements(db: DataSource, movements: readonly PlainMovement[]): Promise<void> {
  for (const { debit, credit, amount } of movements) {
    await db.transaction(async (tx) => {
      const rows: { id: string; balance: string }[] = await tx.query(
        'SELECT id, balance FROM naive_account WHERE id IN ($1, $2) ORDER BY id FOR UPDATE',
        [debit, credit],
      );
      const balance = (account: string) => BigInt(rows.find(({ id }) => id === account)?.balance ?? 0);
      for (const [account, change] of [
        [debit, BigInt(amount)],
        [credit, -BigInt(amount)],
      ] as const) {
        const after = String(balance(account) + change);
        await tx.query('UPDATE naive_account SET balance = $2 WHERE id = $1', [account, after]);
        await tx.query('INSERT INTO naive_posting (account, amount, after) VALUES ($1, $2, $3)', [
          account,
          String(change),
          after,
        ]);
      }
    });
  }
}

async function dumpPath(db: DataSource): Promise<string> {
  const [row]: { path: string }[] = await db.query(
    `SELECT current_setting('data_directory') || '/movements.copy' AS path`,
  );
  return row?.path ?? '';
}
