import type { AssetId } from '@tributary/domain-custody';
import type { Account } from './account';
import { draft, type NewEntry } from './book-fact';
import type { Books } from './books';
import { balancesAfter, checkEntries } from './check-entries';
import { flowOf, type Fact } from './fact';
import { JOURNAL, type RowName } from './journal';
import { LedgerError } from './ledger-error';
import { OverlaidBooks } from './overlaid-books';
import type { Row } from './rows/row';

/** A fact, and the entries that it makes as one of a set. */
export interface BookedFact {
  readonly fact: Fact;
  readonly entries: readonly NewEntry[];
}

/** What a set of facts is booked by. */
export interface SetRules {
  /** The id that an entry of a fact will have: a later fact of the set may take it back. */
  entryIdOf(fact: Fact, entry: Pick<NewEntry, 'book' | 'kind'>): string;
  readonly rows?: Readonly<Record<RowName, Row>>;
}

/**
 * Books what can be booked of facts that wait, as one set.
 *
 * Each of them lacks coins, yet together they may leave no account below zero. Coins went round and a reorg takes the
 * round back, so that each reversal waits for the next; or a later flow has the coins that one waits for. Where nothing
 * can be booked that way, the coins may lie beside: at an address that clients share with the house's gas, one may have
 * paid what the other was to pay, as the books had not heard of that one's coins. Then one makes the other good, and is
 * owed it.
 *
 * The set is what remains of all after leaving out, while an account would be overdrawn, the newest facts that take from
 * it, each with what follows in its flow. Only what takes something back may lack coins on the way: an outflow needs
 * its inflows before it, as it is traced to them. Rules 1, 3 and 6 hold after each entry, and with them 2; rule 4 after
 * the last. The entries must be stored at once or not at all.
 *
 * @param waiting  facts of one chain, in the order of their arrival
 * @returns        those that are booked, in that order; none where each lacks coins that no other brings
 * @throws {LedgerError} `rule-broken`: a row of the journal is wrong
 */
export function bookTogether(waiting: readonly Fact[], books: Books, by: SetRules): readonly BookedFact[] {
  const set = draftTogether(waiting, books, by);
  checkEntries(set.flatMap(({ entries }) => entries));
  return set;
}

/** The same, unchecked: what it rests on is asked of `books`, as by {@link draft}. */
export function draftTogether(waiting: readonly Fact[], books: Books, by: SetRules): readonly BookedFact[] {
  for (const covered of ['reversals', 'all'] as const) {
    const set = largestSet(waiting, (facts) => rehearse(facts, books, by, covered));
    if (set.length > 0) return set;
  }
  return [];
}

function largestSet(
  waiting: readonly Fact[],
  rehearsed: (facts: readonly Fact[]) => readonly BookedFact[],
): readonly BookedFact[] {
  let set = rehearsed(waiting);
  for (let left = leftOut(set); left.size > 0; left = leftOut(set)) {
    set = rehearsed(set.map(({ fact }) => fact).filter((fact) => !left.has(fact)));
  }
  return set;
}

/** The entries of these facts. What follows nothing that stands is passed over, and what moves coins that it lacks. */
function rehearse(
  facts: readonly Fact[],
  beneath: Books,
  { entryIdOf, rows = JOURNAL }: SetRules,
  covered: 'reversals' | 'all',
): readonly BookedFact[] {
  const books = new OverlaidBooks(beneath);
  const passedOver = new Set<string>();
  return facts.flatMap((fact) => {
    const flow = flowOf(fact);
    if (passedOver.has(flow)) return [];
    try {
      const { entries, lack } = draft(fact, books, rows, covered);
      if (!lack || fact.state === 'reverted') {
        for (const entry of entries) books.add(flow, { ...entry, entryId: entryIdOf(fact, entry) });
        return [{ fact, entries }];
      }
    } catch (error) {
      if (!(error instanceof LedgerError && error.code === 'flow-out-of-step')) throw error;
    }
    passedOver.add(flow);
    return [];
  });
}

/** What has to be left out of a set: of each account that it overdraws, the newest facts that take what is not there. */
function leftOut(set: readonly BookedFact[]): ReadonlySet<Fact> {
  const left = new Set<Fact>();
  for (const [book, balances] of balancesAfter(set.flatMap(({ entries }) => entries))) {
    for (const [account, balance] of balances) {
      if (!account.startsWith('assets:')) continue;
      let lack = -balance;
      for (const { fact, entries } of [...set].reverse()) {
        if (lack <= 0n) break;
        const taken = takenBy(entries, book, account);
        if (taken <= 0n) continue;
        left.add(fact);
        lack -= taken;
      }
    }
  }
  return withFollowers(set, left);
}

/** Together with what comes after them in their flows. */
function withFollowers(set: readonly BookedFact[], left: ReadonlySet<Fact>): ReadonlySet<Fact> {
  const flows = new Set<string>();
  return new Set(
    set.flatMap(({ fact }) => {
      if (left.has(fact)) flows.add(flowOf(fact));
      return flows.has(flowOf(fact)) ? [fact] : [];
    }),
  );
}

/** How much less an account of a book holds by these entries; below zero where they bring more than they take. */
function takenBy(entries: readonly NewEntry[], book: AssetId, account: Account): bigint {
  let taken = 0n;
  for (const { movements } of entries.filter((entry) => entry.book === book)) {
    for (const { debit, credit, amount } of movements) {
      if (credit === account) taken += amount;
      if (debit === account) taken -= amount;
    }
  }
  return taken;
}
