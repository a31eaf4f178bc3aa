import { setTimeout as sleep } from 'node:timers/promises';
import { CustodyRegistryModule } from '@tributary/custody-registry';
import { Outbox, type EntityManager, type StreamRecord } from '@tributary/platform-postgres';
import { runService } from '@tributary/platform-service';
import { brokenGuards } from './guards';

/** Longest that a transaction dawdles between drawing its outbox ids and its commit. */
const DAWDLE_MS = 250;

/** Lets transactions commit in another order than they drew their ids, as a busy database does. */
class DawdlingOutbox extends Outbox {
  override async add(tx: EntityManager, records: readonly StreamRecord[]): Promise<void> {
    await super.add(tx, records);
    await sleep(Math.random() * DAWDLE_MS);
  }
}

void runService(CustodyRegistryModule, {
  replace: [{ provide: Outbox, useClass: DawdlingOutbox }, ...brokenGuards(['outbox-order'])],
});
