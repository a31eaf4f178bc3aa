import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from './api';
import type { Custodian } from './custodian';
import type { Random } from './random';

const FIRST_AFTER_MS = 90_000;
const EVERY_MS = 150_000;
/** A console's user has this long to give the approval; then the demo's own approver does, so that it goes on. */
const LEFT_TO_THE_USER_MS = 240_000;
const LOOK_EVERY_MS = 10_000;
/** A round share of what lies in the hot wallet, in percent. */
const SHARE_PERCENT = { least: 15, most: 45 };

interface Source {
  readonly assetId: string;
  readonly clientUnits: string;
  readonly reserved: string;
}

interface PendingSweep {
  readonly flowId: string;
  readonly digest: string;
  readonly plannedAt: string;
}

interface Surroundings {
  readonly api: Api;
  readonly custodian: Custodian;
  readonly random: Random;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Every few minutes the demo's operator asks to move a part of what the hot wallet holds, for which an approver must be found. */
export async function moveByHand(around: Surroundings): Promise<void> {
  const { log, signal } = around;
  await sleep(FIRST_AFTER_MS, undefined, { signal });
  while (!signal.aborted) {
    try {
      await askForMovement(around);
    } catch (error) {
      if (signal.aborted) return;
      log(`demo: nothing was moved by hand, going on: ${(error as Error).message.split('\n')[0]}`);
    }
    await sleep(EVERY_MS, undefined, { signal });
  }
}

async function askForMovement({ api, custodian, random, log }: Surroundings): Promise<void> {
  const hot = custodian.addresses.find(({ walletId }) => walletId === 'hot');
  if (!hot) throw new Error('The demo custodian has no hot wallet');
  const { items } = await api.get<{ items: Source[] }>(`/sources?address=${hot.address}`);
  const filled = items.filter(({ clientUnits, reserved }) => BigInt(clientUnits) > BigInt(reserved));
  if (filled.length === 0) return;
  const { assetId, clientUnits, reserved } = random.pick(filled);
  const percent = BigInt(random.between(SHARE_PERCENT.least, SHARE_PERCENT.most));
  // Rounded down: never more than lies there.
  const amount = ((BigInt(clientUnits) - BigInt(reserved)) * percent) / 100n;
  const toWalletId = random.between(1, 4) === 1 ? 'cold' : 'warm';
  await api.post('/sweeps', { kind: 'skim', assetId, fromWalletId: 'hot', toWalletId, amount: String(amount) });
  log(`demo: a movement from hot to ${toWalletId} waits for an approver: ${api.origin}/approvals`);
}

/** Grants what nobody has looked at for a while. */
export async function approveWhatWaits({ api, log, signal }: Surroundings): Promise<void> {
  const approver = api.as('approver');
  while (!signal.aborted) {
    await sleep(LOOK_EVERY_MS, undefined, { signal });
    try {
      const { items } = await approver.get<{ items: PendingSweep[] }>('/sweeps?state=PENDING_APPROVAL&limit=100');
      for (const { flowId, digest, plannedAt } of items) {
        if (Date.now() - Date.parse(plannedAt) < LEFT_TO_THE_USER_MS) continue;
        await approver.post(`/sweeps/${encodeURIComponent(flowId)}/approve`, { digest });
      }
    } catch (error) {
      if (!signal.aborted) log(`demo: nothing was approved just now: ${(error as Error).message.split('\n')[0]}`);
    }
  }
}
