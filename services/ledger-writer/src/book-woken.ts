import type { Fed, OpenBooks } from './open-books';
import type { Source } from './source';
import type { Waiting } from './store/waiting';

/** Tries again what waited for the coins that a fact brought, and what waited behind it; then what that wakes. */
export async function bookWoken(by: Source, fed: Fed, books: OpenBooks, waiting: Waiting): Promise<void> {
  const toTry = await waiting.wokenBy(by, fed);
  for (let next = toTry.shift(); next; next = toTry.shift()) {
    const retried = await books.book(next);
    if ('lack' in retried) {
      await waiting.setLack(next, retried.lack);
      continue;
    }
    await waiting.remove([next]);
    const known = new Set(toTry.map(({ id }) => id));
    toTry.push(...(await waiting.wokenBy(next, retried.fed)).filter(({ id }) => !known.has(id)));
  }
}
