import { Injectable } from '@nestjs/common';
import { Problem, type EntityManager, type Transact } from '@tributary/platform-service';
import { logger } from '@tributary/platform-telemetry';
import { ApproveChange } from './approve-change';
import type { ChangeKind, RegistryEvent } from './change-kind';
import { CustodyRegistryConfig } from './config';
import { seedFaults } from './metrics';
import { proposeChange } from './propose-change';
import { differences, itemsOfSeed, readSeed, type Seed, type SeedItem } from './seed';
import { SeedReport } from './seed-report';

/**
 * Records what the seed file lists, once after a start: each item as a change of its own, proposed and approved by the
 * two persons whom the file names. What stands as the file says is passed over; an item that cannot be recorded is
 * reported, and the rest goes on.
 */
@Injectable()
export class ApplySeed {
  private done = false;

  constructor(
    private readonly config: CustodyRegistryConfig,
    private readonly report: SeedReport,
    private readonly approveChange: ApproveChange,
  ) {}

  async poll(transact: Transact<RegistryEvent>, signal: AbortSignal): Promise<'more' | 'idle'> {
    const file = this.config.SEED_FILE;
    if (this.done || !file) return 'idle';
    this.report.current = { file, state: 'applying', applied: 0, standing: 0, faults: [] };
    const seed = readSeed(file);
    if (typeof seed === 'string') this.fault('file', seed);
    else {
      for (const item of itemsOfSeed(seed)) {
        if (signal.aborted) return 'idle';
        await this.apply(item, seed, transact);
      }
    }
    const { faults, applied, standing } = this.report.current;
    this.report.current.state = faults.length > 0 ? 'faulty' : 'applied';
    seedFaults.set(faults.length);
    logger.info({ file, applied, standing, faults: faults.length }, 'Seed file done');
    this.done = true;
    return 'idle';
  }

  private async apply({ place, kind, given }: SeedItem, seed: Seed, transact: Transact<RegistryEvent>): Promise<void> {
    const read = kind.item.safeParse(given);
    if (!read.success) {
      const faults = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
      return this.fault(place, faults.join('; '));
    }
    const item = read.data;
    try {
      let standing: object | undefined;
      await transact(async (tx) => {
        standing = await kind.standing(item, tx);
        return standing ? [] : this.record(kind, item, seed, tx);
      });
      const changed = standing ? differences(item, standing) : [];
      if (changed.length > 0) {
        this.fault(place, `${changed.join(', ')} differs from what stands: ${JSON.stringify(standing)}`);
      } else if (standing) this.report.current.standing += 1;
      else this.report.current.applied += 1;
    } catch (error) {
      if (!(error instanceof NotRecorded)) throw error;
      this.fault(place, error.message);
    }
  }

  /** @throws {NotRecorded} which rolls the proposal back too */
  private async record(
    kind: ChangeKind,
    item: object,
    { maker, checker }: Seed,
    tx: EntityManager,
  ): Promise<readonly RegistryEvent[]> {
    const change = await proposeChange(kind, [item], maker, tx);
    if (change instanceof Problem) throw new NotRecorded(change);
    const { changeId, digest } = change;
    const caller = { subject: checker, roles: ['approver'] } as const;
    const approved = await this.approveChange.handle(
      { caller, params: { changeId }, query: undefined, body: { digest } },
      tx,
    );
    if (approved instanceof Problem) throw new NotRecorded(approved);
    return approved.events;
  }

  private fault(item: string, reason: string): void {
    this.report.current.faults.push(`${item}: ${reason}`);
    logger.error({ item, reason }, 'Seed item was not recorded');
  }
}

/** A seed item that the registry refused. */
class NotRecorded extends Error {
  constructor({ detail, errors }: Problem) {
    const faults = errors.map(({ field, reason }) => `${field.replace(/^\w+\.items\.0\.?/, '')} ${reason}`);
    super(faults.join('; ') || detail);
  }
}
