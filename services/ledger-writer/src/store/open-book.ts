import type { EntityManager } from 'typeorm';
import type { Account, Balances } from '@tributary/domain-ledger';

/** An account as it stands while its book is locked. */
export interface OpenAccount {
  readonly id: string;
  /** Debit-positive. */
  readonly balance: bigint;
}

/**
 * Locks a book up to the commit and draws its next sequence, so that a book counts from 1 without gaps.
 *
 * A book belongs to one chain, and a chain's facts arrive on one partition under one fence: a batch that touches
 * several books never meets another that holds them in another order.
 */
export async function lockBook(tx: EntityManager, book: string): Promise<number> {
  const [row]: { seq: string }[] = await tx.query(
    'INSERT INTO book (book, seq) VALUES ($1, 1) ON CONFLICT (book) DO UPDATE SET seq = book.seq + 1 RETURNING seq',
    [book],
  );
  return Number(row?.seq);
}

/** The accounts of a locked book by path; those that are not there yet are opened at zero. */
export async function openAccounts(
  tx: EntityManager,
  book: string,
  paths: readonly Account[],
): Promise<ReadonlyMap<Account, OpenAccount>> {
  await tx.query('INSERT INTO account (book, path) SELECT $1, unnest($2::text[]) ON CONFLICT (book, path) DO NOTHING', [
    book,
    paths,
  ]);
  const rows: { id: string; path: string; balance: string }[] = await tx.query(
    'SELECT id, path, balance FROM account WHERE book = $1 AND path = ANY ($2)',
    [book, paths],
  );
  return new Map(rows.map(({ id, path, balance }) => [path, { id, balance: BigInt(balance) }]));
}

/** Writes what the accounts of a locked book stand at now. */
export async function saveBalances(tx: EntityManager, book: string, balances: Balances): Promise<void> {
  await tx.query(
    `UPDATE account SET balance = new.balance
     FROM unnest($2::text[], $3::numeric[]) AS new (path, balance)
     WHERE account.book = $1 AND account.path = new.path`,
    [book, [...balances.keys()], [...balances.values()].map(String)],
  );
}
