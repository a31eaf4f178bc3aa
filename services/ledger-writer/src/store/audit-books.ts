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
 * clients and house stands alike on both sides; each running balance ends at the account's; sequences have no gap.
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
        coalesce(sum(account.balance) FILTER (
          WHERE side = 'c' AND class IN ('assets', 'liabilities', 'trading')), 0) AS uncovered,
        coalesce(sum(account.balance) FILTER (
          WHERE path IN ('assets:c:due-from-house', 'liabilities:h:due-to-clients')), 0) AS due_from_house,
        coalesce(sum(account.balance) FILTER (
          WHERE path IN ('assets:h:due-from-clients', 'liabilities:c:due-to-house')), 0) AS due_to_house
      FROM account LEFT JOIN moved ON moved.account = account.id
      GROUP BY account.book
    ), counted AS (
      SELECT book, count(*) AS entries FROM entry GROUP BY book
    )
    SELECT book, seq, entries, wrong_accounts, uncovered, due_from_house, due_to_house
    FROM book JOIN stood USING (book) JOIN counted USING (book) ORDER BY book`);
  return rows.map((row) => ({
    book: row.book,
    seq: Number(row.seq),
    entries: Number(row.entries),
    faults: [
      row.wrong_accounts === '0' ? [] : `${row.wrong_accounts} accounts differ from the sum of their movements`,
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
  readonly uncovered: string;
  readonly due_from_house: string;
  readonly due_to_house: string;
}
