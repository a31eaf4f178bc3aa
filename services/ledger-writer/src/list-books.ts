import { Injectable } from '@nestjs/common';
import { ANY_ROLE, type EntityManager, type RouteContract } from '@tributary/platform-service';
import { z } from 'zod';
import { auditBooks } from './store/audit-books';

/** Lists the books and whether they balance. */
@Injectable()
export class ListBooks {
  static readonly contract = {
    summary: 'Every book, recomputed from its movements',
    roles: ANY_ROLE,
    reply: z.object({
      items: z.array(
        z.object({
          book: z.string().describe('CAIP-19 asset id.'),
          seq: z.int().describe('Sequence of the newest entry.'),
          entries: z.int().describe('How many entries stand in it; equals seq.'),
          balanced: z.boolean().describe('Balances equal the sum of movements, and client assets the claims on them.'),
          faults: z.array(z.string()).describe('What does not balance.'),
        }),
      ),
    }),
  } satisfies RouteContract;

  async handle(_: unknown, db: EntityManager) {
    const books = await auditBooks(db);
    return { items: books.map((book) => ({ ...book, faults: [...book.faults], balanced: book.faults.length === 0 })) };
  }
}
