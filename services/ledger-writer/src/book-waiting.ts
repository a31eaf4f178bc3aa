import { Injectable } from '@nestjs/common';
import { EntryPosted, type EventOfType } from '@tributary/events';
import { DataSource, type EntityManager, type Transact } from '@tributary/platform-service';
import { logger } from '@tributary/platform-telemetry';
import { bookWoken } from './book-woken';
import { OpenBooks } from './open-books';
import { lockChains } from './store/lock-chains';
import { Waiting } from './store/waiting';

/** What the other topic brings within this time is waited for. */
const PATIENCE_MS = 10_000;

/**
 * Books together what none of them brings alone: coins that went round, or that one paid in another's place. Facts of a
 * chain come on two topics, so the order in which they are heard of may be one in which no chain ever moved.
 */
@Injectable()
export class BookWaiting {
  constructor(private readonly dataSource: DataSource) {}

  async poll(transact: Transact<EventOfType<typeof EntryPosted>>): Promise<'idle'> {
    for (const chain of await Waiting.chains(this.dataSource.manager, PATIENCE_MS)) {
      await transact((tx) => bookChain(chain, tx));
    }
    return 'idle';
  }
}

async function bookChain(chain: string, tx: EntityManager) {
  await lockChains(tx, [chain]);
  const waiting = await Waiting.open(tx);
  const sources = await waiting.ofChain(chain, PATIENCE_MS);
  const books = await OpenBooks.of(tx, []);
  const booked = await books.bookTogether(sources);
  if (booked.length === 0) return [];
  await waiting.remove(booked.map(({ source }) => source));
  for (const { source, fed } of booked) await bookWoken(source, fed, books, waiting);
  logger.info({ chain, facts: booked.map(({ source }) => source.flow) }, 'Facts that waited were booked together');
  return (await books.save()).map((entry) => EntryPosted.of(entry));
}
