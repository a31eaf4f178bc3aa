import type { EntityManager } from '@tributary/platform-postgres';
import { runService } from '@tributary/platform-service';
import { Leases, StoredBytes, SweepPlannerModule, type SignedBytes } from '@tributary/sweep-planner';

/** Leases everything to everybody. */
class NoLeases extends Leases {
  override async take(): Promise<boolean> {
    return true;
  }
}

/** Keeps signed bytes in memory alone: a crash forgets what was sent. */
class ForgottenBytes extends StoredBytes {
  private readonly bytes = new Map<string, string>();

  override async keep(
    _tx: EntityManager,
    { flowId, attempt }: { flowId: string; attempt: number },
    { raw }: SignedBytes,
  ): Promise<boolean> {
    this.bytes.set(`${flowId} ${attempt}`, raw);
    return true;
  }

  override async of(
    _db: EntityManager,
    { flowId, attempt }: { flowId: string; attempt: number },
  ): Promise<string | null> {
    return this.bytes.get(`${flowId} ${attempt}`) ?? null;
  }
}

const BROKEN = {
  lease: { provide: Leases, useClass: NoLeases },
  'stored-bytes': { provide: StoredBytes, useClass: ForgottenBytes },
};

const without = process.env['CLAIM_WITHOUT'];
void runService(SweepPlannerModule, {
  replace: without === 'lease' || without === 'stored-bytes' ? [BROKEN[without]] : [],
});
