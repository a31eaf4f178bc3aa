import type { EntityManager } from 'typeorm';
import { FOUND_KINDS, SearchTermRow } from './search-term-row';

/** Of each kind, more than these are told to be there by a longer text alone. */
const MOST_OF_A_KIND = 6;

/** Above every letter: ends the range of texts with one beginning. */
const LAST_LETTER = '\u{10FFFF}';

/** What begins with a text, by kind; within a kind the shortest and lowest first. */
export async function findByBeginning(db: EntityManager, beginning: string): Promise<SearchTermRow[]> {
  const from = beginning.toLowerCase();
  return db.query(
    `SELECT found.* FROM unnest($1::text[]) WITH ORDINALITY AS wanted (kind, place)
     CROSS JOIN LATERAL (
       SELECT kind, id, by, text, book, account FROM search_term
       WHERE kind = wanted.kind AND term >= $2 AND term < $3
       ORDER BY term, id, book LIMIT $4
     ) AS found
     ORDER BY wanted.place`,
    [FOUND_KINDS, from, from + LAST_LETTER, MOST_OF_A_KIND],
  );
}

/** Keeps terms that are new, in one order, so that two writers of the same do not wait for each other. */
export async function keepTerms(tx: EntityManager, terms: readonly Omit<SearchTermRow, 'term'>[]): Promise<void> {
  if (terms.length === 0) return;
  const rows = terms
    .map((term) => ({ ...term, term: term.text.toLowerCase() }))
    .sort((a, b) => Number(a.term > b.term) - Number(a.term < b.term));
  await tx.createQueryBuilder().insert().into(SearchTermRow).values(rows).orIgnore().execute();
}
