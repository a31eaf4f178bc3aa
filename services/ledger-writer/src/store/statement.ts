import type { EntityManager } from 'typeorm';

/** One leg of a movement, as the account's statement shows it. Amounts in base units, `after` debit-positive. */
export interface StatementRow {
  readonly bookSeq: string;
  readonly line: number;
  readonly entryId: string;
  readonly kind: string;
  readonly flow: string;
  readonly txid: string | null;
  readonly effectiveAt: Date;
  readonly bookedAt: Date;
  readonly counterAccount: string;
  readonly debit: string | null;
  readonly credit: string | null;
  readonly after: string;
}

/** Place of a leg: sequence in its book, line in its entry. */
export type LegPlace = readonly [bookSeq: number, line: number];

/** Behind every leg. */
const END: LegPlace = [Number.MAX_SAFE_INTEGER, 0];

/** The legs of an account before a place, newest first: two index look-ups, merged. */
export async function statementRows(
  db: EntityManager,
  accountId: string,
  before: LegPlace = END,
  limit: number,
): Promise<StatementRow[]> {
  return await db.query(
    `WITH leg AS (
       (SELECT book, book_seq, line, credit AS counter, amount AS debit, NULL::numeric AS credit, debit_after AS after
        FROM movement WHERE debit = $1 AND (book_seq, line) < ($2::bigint, $3::smallint)
        ORDER BY book_seq DESC, line DESC LIMIT $4)
       UNION ALL
       (SELECT book, book_seq, line, debit, NULL, amount, credit_after
        FROM movement WHERE credit = $1 AND (book_seq, line) < ($2::bigint, $3::smallint)
        ORDER BY book_seq DESC, line DESC LIMIT $4)
     )
     SELECT book_seq AS "bookSeq", line, entry_id AS "entryId", kind, flow, txid, effective_at AS "effectiveAt",
            booked_at AS "bookedAt", account.path AS "counterAccount", leg.debit, leg.credit, leg.after
     FROM leg JOIN entry USING (book, book_seq) JOIN account ON account.id = leg.counter
     ORDER BY book_seq DESC, line DESC LIMIT $4`,
    [accountId, ...before, limit],
  );
}
