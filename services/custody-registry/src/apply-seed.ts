import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { AddressAllocated, AssetListed, ClientOpened, EventOfType, WalletCreated } from '@tributary/events';
import { Problem, type Accepted, type EntityManager, type Transact } from '@tributary/platform-service';
import { logger } from '@tributary/platform-telemetry';
import { AllocateAddress } from './allocate-address';
import { AlreadyStands } from './already-stands';
import { CustodyRegistryConfig } from './config';
import { CreateWallet } from './create-wallet';
import { ListAsset } from './list-asset';
import { seedFaults } from './metrics';
import { OpenClient } from './open-client';
import { differences, readSeed } from './seed';
import { SeedReport } from './seed-report';

type SeedEvent = EventOfType<typeof AssetListed | typeof ClientOpened | typeof WalletCreated | typeof AddressAllocated>;

/** A command as the seed gives it: the checks of its contract, then its handler. */
interface SeedCommand {
  readonly body: z.ZodType<object>;
  handle(body: never, tx: EntityManager): Promise<Accepted<unknown, SeedEvent> | Problem>;
}

/**
 * Registers what the seed file lists, once after a start, each item by its command and in a transaction of its own.
 * What stands as the file says is passed over; an item that cannot be applied is reported, and the rest goes on.
 */
@Injectable()
export class ApplySeed {
  private done = false;
  private readonly commands: Readonly<Record<'assets' | 'clients' | 'wallets' | 'addresses', SeedCommand>>;

  constructor(
    private readonly config: CustodyRegistryConfig,
    private readonly report: SeedReport,
    listAsset: ListAsset,
    openClient: OpenClient,
    createWallet: CreateWallet,
    allocateAddress: AllocateAddress,
  ) {
    const given = { caller: { subject: 'seed', roles: [] }, params: undefined, query: undefined };
    this.commands = {
      assets: { body: ListAsset.contract.body, handle: (body, tx) => listAsset.handle({ ...given, body }, tx) },
      clients: { body: OpenClient.contract.body, handle: (body, tx) => openClient.handle({ ...given, body }, tx) },
      wallets: { body: CreateWallet.contract.body, handle: (body, tx) => createWallet.handle({ ...given, body }, tx) },
      addresses: {
        body: AllocateAddress.contract.body,
        handle: (body, tx) => allocateAddress.handle({ ...given, body }, tx),
      },
    };
  }

  async poll(transact: Transact<SeedEvent>, signal: AbortSignal): Promise<'more' | 'idle'> {
    const file = this.config.SEED_FILE;
    if (this.done || !file) return 'idle';
    this.report.current = { file, state: 'applying', applied: 0, standing: 0, faults: [] };
    const seed = readSeed(file);
    if (typeof seed === 'string') this.fault('file', seed);
    else {
      for (const kind of ['assets', 'clients', 'wallets', 'addresses'] as const) {
        for (const [place, item] of seed[kind].entries()) {
          if (signal.aborted) return 'idle';
          await this.apply(`${kind}[${place}]`, { maker: seed.maker, ...item }, this.commands[kind], transact);
        }
      }
    }
    const { faults, applied, standing } = this.report.current;
    this.report.current.state = faults.length > 0 ? 'faulty' : 'applied';
    seedFaults.set(faults.length);
    logger.info({ file, applied, standing, faults: faults.length }, 'Seed file done');
    this.done = true;
    return 'idle';
  }

  private async apply(item: string, body: object, command: SeedCommand, transact: Transact<SeedEvent>): Promise<void> {
    const read = command.body.safeParse(body);
    if (!read.success) {
      const faults = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
      return this.fault(item, faults.join('; '));
    }
    let outcome: Accepted<unknown, SeedEvent> | Problem | undefined;
    await transact(async (tx) => {
      outcome = await command.handle(read.data as never, tx);
      return outcome instanceof Problem ? [] : outcome.events;
    });
    if (outcome instanceof AlreadyStands) {
      const changed = differences(read.data, outcome.standing);
      if (changed.length === 0) this.report.current.standing += 1;
      else this.fault(item, `${changed.join(', ')} differs from what stands: ${JSON.stringify(outcome.standing)}`);
    } else if (outcome instanceof Problem) {
      this.fault(item, outcome.errors.map(({ field, reason }) => `${field} ${reason}`).join('; '));
    } else {
      this.report.current.applied += 1;
    }
  }

  private fault(item: string, reason: string): void {
    this.report.current.faults.push(`${item}: ${reason}`);
    logger.error({ item, reason }, 'Seed item was not applied');
  }
}
