import { Injectable } from '@nestjs/common';
import { stillToBook } from '@tributary/domain-ledger';
import { EntryPosted } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { bookSource } from './book-source';
import { sourceOf, type FactEvent, type Source } from './source';
import { lockChain } from './store/lock-chain';
import { Waiting } from './store/waiting';

/**
 * Books what happened by the rows of the journal that claim it; most transfers of ours have none. A fact whose coins
 * are not there yet waits, later ones of its flow behind it, and is booked in the transaction of what brings them.
 */
@Injectable()
export class PostFact {
  async handle(event: FactEvent & { readonly id: string }, tx: EntityManager) {
    await lockChain(tx, event.payload.chain);
    const entries = await take(tx, sourceOf(event.id, event));
    return entries.map((entry) => EntryPosted.of(entry));
  }
}

async function take(tx: EntityManager, arriving: Source): Promise<EntryPosted[]> {
  const waiting = await Waiting.open(tx);
  const earlier = waiting.anyone ? await waiting.ofFlow(arriving.flow) : [];
  const left = stillToBook(
    earlier.map(({ fact }) => fact),
    arriving.fact,
  );
  await waiting.remove(earlier.filter(({ fact }) => !left.includes(fact)));
  if (!left.includes(arriving.fact)) return [];
  if (left.length > 1) {
    await waiting.add(arriving, null);
    return [];
  }

  const entries: EntryPosted[] = [];
  const booked = await bookSource(tx, arriving);
  if (booked.outcome === 'waits') await waiting.add(arriving, booked.lack);
  else entries.push(...booked.entries);
  if (booked.outcome === 'waits' || !waiting.anyone) return entries;

  const toTry = await waiting.wokenBy(arriving, booked.fed);
  for (let next = toTry.shift(); next; next = toTry.shift()) {
    const retried = await bookSource(tx, next);
    if (retried.outcome === 'waits') {
      await waiting.setLack(next, retried.lack);
      continue;
    }
    entries.push(...retried.entries);
    await waiting.remove([next]);
    const known = new Set(toTry.map(({ id }) => id));
    toTry.push(...(await waiting.wokenBy(next, retried.fed)).filter(({ id }) => !known.has(id)));
  }
  return entries;
}
