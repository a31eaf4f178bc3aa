import { setTimeout as sleep } from 'node:timers/promises';
import { Random, type Api } from '@tributary/demo';
import type { ClaimRun } from '../claim';
import { populate } from '../populate';
import type { System } from '../system';
import { send } from '../traffic';

const SIZE = { clients: 4, addressesPerClient: 2, senders: 6, writers: 2, sweeps: true };
/** In wei, above what moves without a person: one is approved here, the others wait for the page's approver. */
const LARGE_DEPOSIT = 2n * 10n ** 18n;
const LARGE_DEPOSITS = 3;
const SETTLED_WITHIN_MS = 300_000;

/**
 * Deposits, of which the larger ones wait for an approver to be swept; and clients that wait to be opened. One large
 * sweep is approved, so that there is ether to skim.
 *
 * @returns the clients on record
 */
export async function fill({ trials: deposits, seed, log }: ClaimRun, system: System): Promise<readonly string[]> {
  const population = await populate(system, SIZE, log);
  log(`${deposits} deposits`);
  await send({ ...population, deposits, pauseMs: 60, faults: [], reorgs: [], random: new Random(seed), log });
  const payees = population.custodian.addresses.filter(({ clientId }) => clientId);
  for (const { address } of payees.slice(0, LARGE_DEPOSITS)) {
    await population.senders[0]?.pay({ to: address, amount: LARGE_DEPOSIT });
  }
  await population.node.finalizedBeyondHead();
  await letPass(system.api.as('approver-2'), `${population.chain}/slip44:60`, log);
  for (const client of ['CL-NEW-1', 'CL-NEW-2']) await system.api.post('/clients', { items: [{ clientId: client }] });
  await system.settled(SETTLED_WITHIN_MS);
  return population.custodian.clients;
}

interface Movement {
  readonly flowId: string;
  readonly digest: string;
}

/** Approves one sweep of the asset that waits, and stays until it is settled. */
async function letPass(approver: Api, assetId: string, log: (line: string) => void): Promise<void> {
  const waiting = new URLSearchParams({ state: 'PENDING_APPROVAL', kind: 'sweep', assetId, limit: '1' });
  const { flowId, digest } = await within(
    SETTLED_WITHIN_MS,
    `A sweep of ${assetId} that waits for an approver`,
    async () => {
      const { items } = await approver.get<{ items: readonly Movement[] }>(`/sweeps?${waiting}`);
      return items[0];
    },
  );
  log(`approving ${flowId}`);
  const path = `/sweeps/${encodeURIComponent(flowId)}`;
  await approver.post(`${path}/approve`, { digest });
  await within(SETTLED_WITHIN_MS, `The settlement of ${flowId}`, async () => {
    const { state } = await approver.get<{ state: string }>(path);
    return state === 'SETTLED' || undefined;
  });
}

/** Looks once a second until there is what is looked for. */
async function within<T>(limitMs: number, what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const deadlineMs = Date.now() + limitMs; Date.now() < deadlineMs; await sleep(1_000)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`${what}: not within ${limitMs / 1000} s`);
}
