import { DepositWatcherModule } from '@tributary/deposit-watcher';
import { OutboxReader, type EntityManager, type OutboxRow } from '@tributary/platform-postgres';
import { runService } from '@tributary/platform-service';

/** Forgets every fifth batch's acknowledgement, as a relay does that dies before it deletes: the batch is sent again. */
class ResendingReader extends OutboxReader {
  private batches = 0;

  override async remove(db: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
    this.batches += 1;
    if (this.batches % 5 !== 0) await super.remove(db, rows);
  }
}

void runService(DepositWatcherModule, { replace: [{ provide: OutboxReader, useClass: ResendingReader }] });
