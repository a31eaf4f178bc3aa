import type { EntityManager } from 'typeorm';
import type { Account, Books, Movement, StandingEntry } from '@tributary/domain-ledger';
import { SHARED_ADDRESS } from '@tributary/domain-ledger';

/** The books as far as they were asked for. An account that is not loaded yet reads zero, and is loaded next. */
export class LoadedBooks implements Books {
  private readonly balances = new Map<string, Map<Account, bigint>>();
  private readonly asked = new Map<string, Set<Account>>();
  private readonly flows = new Map<string, StandingEntry[]>();

  constructor(private readonly tx: EntityManager) {}

  balance(book: string, account: Account): bigint {
    const known = this.balances.get(book)?.get(account);
    if (known !== undefined) return known;
    this.asked.set(book, (this.asked.get(book) ?? new Set()).add(account));
    return 0n;
  }

  standing(flow: string): readonly StandingEntry[] {
    const stands = this.flows.get(flow);
    if (!stands) throw new Error(`What stands of ${flow} was not loaded`);
    return stands;
  }

  /** Loads what stands of some flows, where it is not at hand. */
  async loadFlows(flows: readonly string[]): Promise<void> {
    const unknown = [...new Set(flows)].filter((flow) => !this.flows.has(flow));
    if (unknown.length === 0) return;
    for (const flow of unknown) this.flows.set(flow, []);
    for (const { flow, ...entry } of await standingEntries(this.tx, unknown)) this.flows.get(flow)?.push(entry);
  }

  /** Loads what was asked for and not at hand. @returns false where there was nothing */
  async loadAsked(): Promise<boolean> {
    const asked = [...this.asked];
    this.asked.clear();
    for (const [book, accounts] of asked) {
      const paths = [...accounts];
      const rows: { path: string; balance: string }[] = await this.tx.query(
        'SELECT path, balance FROM account WHERE book = $1 AND path = ANY ($2)',
        [book, paths],
      );
      const found = new Map(rows.map(({ path, balance }) => [path, BigInt(balance)]));
      const known = this.balances.get(book) ?? new Map<Account, bigint>();
      for (const path of paths) known.set(path, found.get(path) ?? 0n);
      this.balances.set(book, known);
    }
    return asked.length > 0;
  }
}

type StandingRow = Omit<StandingEntry, 'movements'> & { readonly flow: string };

/** What neither takes another entry back nor was taken back, the newest of each book first. */
async function standingEntries(
  tx: EntityManager,
  flows: readonly string[],
): Promise<(StandingEntry & { readonly flow: string })[]> {
  const rows: (StandingRow & { movements: Record<keyof Movement, string>[] })[] = await tx.query(
    `SELECT flow, entry_id AS "entryId", entry.book, kind, (
       SELECT json_agg(json_build_object('debit', debit.path, 'credit', credit.path, 'amount', amount::text) ORDER BY line)
       FROM movement JOIN account debit ON debit.id = movement.debit JOIN account credit ON credit.id = movement.credit
       WHERE movement.book = entry.book AND movement.book_seq = entry.book_seq
     ) AS movements
     FROM entry
     WHERE flow = ANY ($1) AND reverses IS NULL AND kind <> $2
       AND NOT EXISTS (SELECT FROM entry later WHERE later.reverses = entry.entry_id)
     ORDER BY entry.book, book_seq DESC`,
    [flows, SHARED_ADDRESS],
  );
  return rows.map((row) => ({
    ...row,
    movements: row.movements.map((movement) => ({ ...movement, amount: BigInt(movement.amount) })),
  }));
}
