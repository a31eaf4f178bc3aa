import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, type Api } from './api';
import type { Custodian, DemoAsset } from './custodian';
import type { DemoMandate } from './mandates';

/** Most items of one change. */
const BATCH = 500;

export interface RegisterOptions {
  /** Without any, nothing that is deposited is ever moved. */
  readonly mandates?: readonly DemoMandate[];
  /** How many changes are under way at once; each list is split into as many. */
  readonly writers?: number;
}

/**
 * Registers the custodian: the operator proposes, the approver approves. What stands already is left as it is, so that
 * it can run at each start.
 */
export async function register(
  api: Api,
  chain: string,
  custodian: Custodian,
  assets: readonly DemoAsset[],
  { mandates = [], writers = 1 }: RegisterOptions = {},
): Promise<void> {
  const record = async <I extends object>(list: string, items: readonly I[], keyOf: (item: I) => string) => {
    const standing = new Set((await readAll<I>(api, list)).map(keyOf));
    const missing = items.filter((item) => !standing.has(keyOf(item)));
    await Promise.all(batches(missing, writers).map((batch) => recordBatch(api, list, batch)));
  };
  await record(
    '/assets',
    assets.map((asset) => ({ chain, ...asset, effectiveFromBlock: 0 })),
    (asset) => `${asset.chain} ${asset.contract?.toLowerCase() ?? 'native'}`,
  );
  await record(
    '/clients',
    custodian.clients.map((clientId) => ({ clientId })),
    ({ clientId }) => clientId,
  );
  await record(
    '/wallets',
    custodian.wallets.map((wallet) => ({ chain, ...wallet })),
    ({ walletId }) => walletId,
  );
  await record(
    '/addresses',
    custodian.addresses.map((address) => ({ chain, ...address })),
    (each) => `${each.chain} ${each.address}`,
  );
  await record('/mandates', mandates, ({ mandateId }) => mandateId);
}

async function readAll<I>(api: Api, list: string): Promise<I[]> {
  const items: I[] = [];
  for (let cursor = ''; ;) {
    const page = await patiently(() => api.get<Page<I>>(`${list}?limit=1000${cursor}`));
    items.push(...page.items);
    if (!page.nextCursor) return items;
    cursor = `&cursor=${page.nextCursor}`;
  }
}

interface Page<I> {
  readonly items: readonly I[];
  readonly nextCursor: string | null;
}

interface Change {
  readonly changeId: number;
  readonly digest: string;
  readonly state: string;
}

/** The same proposal asked for again is the same change, so a lost answer is simply asked for again. */
async function recordBatch(api: Api, list: string, items: readonly object[]): Promise<void> {
  const { changeId, digest } = await patiently(() => api.post<Change>(list, { items }));
  await patiently(async () => {
    try {
      await api.as('approver').post(`/changes/${changeId}/approve`, { digest });
    } catch (error) {
      const isDecided = error instanceof ApiError && error.status === 409;
      if (!isDecided || (await api.get<Change>(`/changes/${changeId}`)).state !== 'approved') throw error;
    }
  });
}

function batches<I>(items: readonly I[], count: number): I[][] {
  const size = Math.min(BATCH, Math.max(1, Math.ceil(items.length / count)));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** Does it once it can be done: a service that is just starting is asked again. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const passing = !(error instanceof ApiError) || error.status >= 500 || error.status === 404;
      if (!passing || attempt === 60) throw error;
      await sleep(1000);
    }
  }
}
