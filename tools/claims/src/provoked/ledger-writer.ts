import { existsSync, writeFileSync } from 'node:fs';
import { LedgerWriterModule } from '@tributary/ledger-writer';
import { ConsumeBatch, runService, type Batch } from '@tributary/platform-service';
import { brokenGuards } from './guards';

/**
 * Stops this process, as a long pause of the machine would, once, between reading a batch and its transaction.
 * The harness wakes it after the broker has given its partitions to another: it goes on as a zombie.
 */
class ZombieConsumeBatch extends ConsumeBatch {
  override async run(batch: Batch): Promise<bigint> {
    if (batch.topic === 'custody.transfers.v1' && batch.records.length > 0 && this.isFirstToStop()) {
      process.kill(process.pid, 'SIGSTOP');
    }
    return super.run(batch);
  }

  private isFirstToStop(): boolean {
    const mark = process.env['CLAIM_ZOMBIE_MARK'];
    if (!mark || !existsSync(`${mark}.wanted`)) return false;
    try {
      writeFileSync(mark, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      return false;
    }
  }
}

void runService(LedgerWriterModule, {
  replace: [{ provide: ConsumeBatch, useClass: ZombieConsumeBatch }, ...brokenGuards(['inbox', 'fence'])],
});
