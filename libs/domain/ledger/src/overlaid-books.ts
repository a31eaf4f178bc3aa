import type { AssetId } from '@tributary/domain-custody';
import type { Account } from './account';
import type { Books, StandingEntry } from './books';
import type { Movement, Posting } from './entry';
import type { Balances } from './post';
import { SHARED_ADDRESS } from './rows/shared-address';

/** Books with entries on top that are not in them yet. */
export class OverlaidBooks implements Books {
  private readonly balances = new Map<AssetId, Map<Account, bigint>>();
  private readonly added = new Map<string, StandingEntry[]>();
  private readonly gone = new Set<string>();

  constructor(private readonly beneath: Books) {}

  balance(book: AssetId, account: Account): bigint {
    return this.balances.get(book)?.get(account) ?? this.beneath.balance(book, account);
  }

  standing(flow: string): readonly StandingEntry[] {
    return [...(this.added.get(flow) ?? []), ...this.beneath.standing(flow)].filter(
      ({ entryId }) => !this.gone.has(entryId),
    );
  }

  /** What the accounts stand at that an entry moves, and that it has to leave empty. */
  balancesOf(book: AssetId, { movements, drains }: Pick<Posting, 'movements' | 'drains'>): Balances {
    const accounts = new Set([...movements.flatMap(({ debit, credit }) => [debit, credit]), ...drains]);
    return new Map([...accounts].map((account) => [account, this.balance(book, account)]));
  }

  /** Puts an entry on top; one that takes another back leaves neither standing. */
  add(flow: string, entry: AddedEntry): void {
    const { book, kind, movements, balances, reverses } = entry;
    const here = this.balances.get(book) ?? new Map<Account, bigint>();
    for (const [account, balance] of balances) here.set(account, balance);
    this.balances.set(book, here);
    if (reverses) this.gone.add(reverses);
    else if (kind !== SHARED_ADDRESS)
      this.added.set(flow, [{ entryId: entry.entryId ?? '', book, kind, movements }, ...(this.added.get(flow) ?? [])]);
  }
}

interface AddedEntry {
  readonly entryId?: string;
  readonly book: AssetId;
  readonly kind: string;
  readonly movements: readonly Movement[];
  readonly balances: Balances;
  readonly reverses: string | null;
}
