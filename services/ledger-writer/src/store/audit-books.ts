import type { EntityManager } from 'typeorm';

/** A book held against the rules that only a whole book shows. */
export interface BookAudit {
  readonly book: string;
  readonly seq: number;
  readonly entries: number;
  /** What does not hold, in words; empty where the book balances. */
  readonly faults: readonly string[];
}

/**
 * Recomputes every book from its movements, in one snapshot:
 * balances equal the sum of movements; client assets = client liabilities + suspense − trading; what is due between
 * clients and house stands alike on both sides; each account's running balance ends where it stands; sequences have
 * no gap.
 */
export async function auditBooks(db: EntityManager): Promise<BookAudit[]> {
  const rows: Row[] = await db.query(`
    WITH leg AS (
      SELECT debit AS account, amount FROM movement UNION ALL SELECT credit, -amount FROM movement
    ), moved AS (
      SELECT account, sum(amount) AS balance FROM leg GROUP BY account
    ), stood AS (
      SELECT account.book,
        count(*) FILTER (WHERE account.balance <> coalesce(moved.balance, 0)) AS wrong_accounts,
        count(*) FILTER (WHERE account.balance <> coalesce(last.after, 0)) AS wrong_ends,
        coalesce(sum(account.balance) FILTER (
          WHERE side = 'c' AND class IN ('assets', 'liabilities', 'trading')), 0) AS uncovered,
        coalesce(sum(account.balance) FILTER (
          WHERE path IN ('assets:c:due-from-house', 'liabilities:h:due-to-clients')), 0) AS due_from_house,
        coalesce(sum(account.balance) FILTER (
          WHERE path IN ('assets:h:due-from-clients', 'liabilities:c:due-to-house')), 0) AS due_to_house
      FROM account
      LEFT JOIN moved ON moved.account = account.id
      LEFT JOIN LATERAL (
        (SELECT book_seq, line, debit_after AS after FROM movement WHERE debit = account.id
         ORDER BY book_seq DESC, line DESC LIMIT 1)
        UNION ALL
        (SELECT book_seq, line, credit_after FROM movement WHERE credit = account.id
         ORDER BY book_seq DESC, line DESC LIMIT 1)
        ORDER BY book_seq DESC, line DESC LIMIT 1
      ) AS last ON true
      GROUP BY account.book
    ), counted AS (
      SELECT book, count(*) AS entries FROM entry GROUP BY book
    )
    SELECT book, seq, coalesce(entries, 0) AS entries, coalesce(wrong_accounts, 0) AS wrong_accounts,
           coalesce(wrong_ends, 0) AS wrong_ends, coalesce(uncovered, 0) AS uncovered,
           coalesce(due_from_house, 0) AS due_from_house, coalesce(due_to_house, 0) AS due_to_house
    FROM book LEFT JOIN stood USING (book) LEFT JOIN counted USING (book) ORDER BY book`);
  return rows.map((row) => ({
    book: row.book,
    seq: Number(row.seq),
    entries: Number(row.entries),
    faults: [
      row.wrong_accounts === '0' ? [] : `${row.wrong_accounts} accounts differ from the sum of their movements`,
      row.wrong_ends === '0' ? [] : `${row.wrong_ends} accounts differ from where their running balance ends`,
      row.uncovered === '0' ? [] : `client assets exceed the claims on them by ${row.uncovered}`,
      row.due_from_house === '0' ? [] : `due from house and due to clients differ by ${row.due_from_house}`,
      row.due_to_house === '0' ? [] : `due to house and due from clients differ by ${row.due_to_house}`,
      row.entries === row.seq ? [] : `${row.entries} entries stand where the sequence counts ${row.seq}`,
    ].flat(),
  }));
}

interface Row {
  readonly book: string;
  readonly seq: string;
  readonly entries: string;
  readonly wrong_accounts: string;
  readonly wrong_ends: string;
  readonly uncovered: string;
  readonly due_from_house: string;
  readonly due_to_house: string;
}
