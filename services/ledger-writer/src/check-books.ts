import { Injectable } from '@nestjs/common';
import { DataSource, type Transact } from '@tributary/platform-service';
import { logger } from '@tributary/platform-telemetry';
import { bookCheckSeconds, unbalancedBooks } from './metrics';
import { auditBooks } from './store/audit-books';

/** Recomputes all books now and then, and tells the metric how many do not balance. */
@Injectable()
export class CheckBooks {
  constructor(private readonly dataSource: DataSource) {}

  async poll(_: Transact<never>): Promise<'idle'> {
    const startedMs = performance.now();
    const faulty = (await auditBooks(this.dataSource.manager)).filter(({ faults }) => faults.length > 0);
    bookCheckSeconds.set((performance.now() - startedMs) / 1000);
    unbalancedBooks.set(faulty.length);
    for (const { book, faults } of faulty) logger.error({ book, faults }, 'a book does not balance');
    return 'idle';
  }
}
