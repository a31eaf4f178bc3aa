import { Injectable } from '@nestjs/common';
import { stillToBook } from '@tributary/domain-ledger';
import { EntryPosted } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { bookWoken } from './book-woken';
import { OpenBooks } from './open-books';
import { sourceOf, type FactEvent, type Source } from './source';
import { lockChains } from './store/lock-chains';
import { Waiting } from './store/waiting';

/** An event of a fact as it is received. */
type Arriving = FactEvent & { readonly id: string };

/**
 * Books what happened by the rows of the journal that claim it; most transfers of ours have none. A fact whose coins
 * are not there yet waits, later ones of its flow behind it, and is booked in the transaction of what brings them.
 */
@Injectable()
export class PostFact {
  async handle(event: Arriving, tx: EntityManager) {
    return this.handleAll([event], tx);
  }

  async handleAll(events: readonly Arriving[], tx: EntityManager) {
    await lockChains(
      tx,
      events.map(({ payload }) => payload.chain),
    );
    const sources = events.map((event) => sourceOf(event.id, event));
    const waiting = await Waiting.open(tx);
    const books = await OpenBooks.of(tx, sources);
    for (const source of sources) await take(source, books, waiting);
    return (await books.save()).map((entry) => EntryPosted.of(entry));
  }
}

async function take(arriving: Source, books: OpenBooks, waiting: Waiting): Promise<void> {
  const earlier = await waiting.ofFlow(arriving.flow);
  const left = stillToBook(
    earlier.map(({ fact }) => fact),
    arriving.fact,
  );
  await waiting.remove(earlier.filter(({ fact }) => !left.includes(fact)));
  if (!left.includes(arriving.fact)) return;
  if (left.length > 1) return waiting.add(arriving, null);

  const outcome = await books.book(arriving);
  if ('lack' in outcome) return waiting.add(arriving, outcome.lack);
  await bookWoken(arriving, outcome.fed, books, waiting);
}
