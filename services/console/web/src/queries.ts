import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import {
  read,
  type Account,
  type Asset,
  type Book,
  type Client,
  type DepositPage,
  type DepositSummary,
  type DepositWithEvents,
  type Entry,
  type Flow,
  type FlowEdge,
  type Health,
  type Layer,
  type LinkedTrace,
  type Page,
  type Statement,
  type Sweep,
  type SweepDetail,
  type Whereabouts,
} from './api';

const REGISTRY_STALE_MS = 60_000;
const HEALTH_EVERY_MS = 5000;
/** A window of time moves on although nothing happens. */
const WINDOW_EVERY_MS = 30_000;

export const RANGES = { '1h': 1, '24h': 24, '7d': 168, all: undefined } as const;
export type Range = keyof typeof RANGES;

const since = (range: Range): string | undefined => {
  const hours = RANGES[range];
  return hours === undefined ? undefined : new Date(Date.now() - hours * 3_600_000).toISOString();
};

/** Every page of a list that is short enough to be shown whole. */
export async function readAll<Item>(path: string, signal: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await read<Page<Item>>(path, { limit: 200, cursor }, signal);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

/** The chain's own coin before its tokens, those by symbol. */
function nativeFirst(a: Asset, b: Asset): number {
  return Number(b.kind === 'native') - Number(a.kind === 'native') || a.symbol.localeCompare(b.symbol);
}

export const assetsQuery = queryOptions({
  queryKey: ['assets'],
  queryFn: async ({ signal }) => (await readAll<Asset>('/assets', signal)).sort(nativeFirst),
  staleTime: REGISTRY_STALE_MS,
});

export const clientsQuery = queryOptions({
  queryKey: ['clients'],
  queryFn: ({ signal }) => readAll<Client>('/clients', signal),
  staleTime: REGISTRY_STALE_MS,
});

/** The asset, once the list is here; a lookup for tables that mix assets. */
export function useAssets(): { list: Asset[]; of: (assetId: string) => Asset | undefined } {
  const list = useQuery(assetsQuery).data ?? [];
  return { list, of: (assetId) => list.find((asset) => asset.assetId === assetId) };
}

export const flowQuery = (asset: string, layer: Layer, range: Range) =>
  queryOptions<Flow>({
    queryKey: ['flow', asset, layer, range],
    queryFn: ({ signal }) => read<Flow>('/flow', { asset, layer, from: since(range) }, signal),
    enabled: asset !== '',
    refetchInterval: range === 'all' ? false : WINDOW_EVERY_MS,
    // Another range may stand in until this one is here; another asset's figures never.
    placeholderData: (before) => (before?.asset === asset && before.layer === layer ? before : undefined),
  });

export const flowEdgesQuery = (asset: string, layer: Layer, range: Range, source: string, target: string) =>
  infiniteQueryOptions({
    queryKey: ['flow-edges', asset, layer, range, source, target],
    queryFn: ({ signal, pageParam }) =>
      read<Page<FlowEdge>>(
        '/flow/edges',
        { asset, layer, from: since(range), source, target, limit: 10, cursor: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export interface DepositFilter {
  assetId?: string;
  clientId?: string;
  state?: string;
  address?: string;
}

export const depositsQuery = (filter: DepositFilter, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ['deposits', filter, limit],
    queryFn: ({ signal, pageParam }) => read<DepositPage>('/deposits', { ...filter, limit, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const depositSummaryQuery = queryOptions({
  queryKey: ['deposit-summary'],
  queryFn: ({ signal }) => read<DepositSummary>('/deposits/summary', {}, signal),
});

export const depositQuery = (transferId: string) =>
  queryOptions({
    queryKey: ['deposit', transferId],
    queryFn: ({ signal }) => read<DepositWithEvents>(`/deposits/${encodeURIComponent(transferId)}`, {}, signal),
  });

/** More lots than anybody reads one by one; beyond, the server sums them up. */
const MOST_LOTS = 500;

export const linkedTraceQuery = (
  asset: string,
  direction: 'back' | 'forward',
  { transferId, node }: { transferId?: string; node?: string },
) =>
  queryOptions({
    queryKey: ['trace', asset, direction, transferId, node],
    queryFn: ({ signal }) =>
      read<LinkedTrace>('/trace/linked', { asset, direction, transferId, node, lots: MOST_LOTS }, signal),
    enabled: asset !== '',
  });

export const whereQuery = (transferId: string) =>
  queryOptions({
    queryKey: ['where', transferId],
    queryFn: ({ signal }) => read<Whereabouts>('/where', { transferId }, signal),
  });

export const sweepQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['sweep', flowId],
    queryFn: ({ signal }) => read<SweepDetail>(`/sweeps/${encodeURIComponent(flowId)}`, {}, signal),
  });

/** The newest movements from and to an address. */
export const sweepsAtQuery = (assetId: string, address: string) =>
  queryOptions({
    queryKey: ['sweeps', 'at', assetId, address],
    queryFn: async ({ signal }) => (await read<Page<Sweep>>('/sweeps', { assetId, address, limit: 20 }, signal)).items,
  });

export const booksQuery = queryOptions({
  queryKey: ['books'],
  queryFn: async ({ signal }) => (await read<{ items: Book[] }>('/books', {}, signal)).items,
});

export const accountsQuery = (book: string, prefix: string) =>
  infiniteQueryOptions({
    queryKey: ['accounts', book, prefix],
    queryFn: ({ signal, pageParam }) =>
      read<Page<Account>>('/accounts', { book, prefix, limit: 50, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: book !== '',
  });

/** The accounts of the wallets of one role that hold clients' coins. */
export const walletAccountsQuery = (book: string, role: 'hot' | 'warm' | 'cold') =>
  queryOptions({
    queryKey: ['wallet-accounts', book, role],
    queryFn: async ({ signal }) =>
      (await read<Page<Account>>('/accounts', { book, prefix: `assets:c:${role}:`, limit: 50 }, signal)).items,
  });

export const statementQuery = (book: string, account: string) =>
  infiniteQueryOptions({
    queryKey: ['statement', book, account],
    queryFn: ({ signal, pageParam }) =>
      read<Statement>('/statement', { book, account, limit: 50, before: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const entryQuery = (entryId: string) =>
  queryOptions({
    queryKey: ['entry', entryId],
    queryFn: ({ signal }) => read<Entry>(`/entries/${encodeURIComponent(entryId)}`, {}, signal),
    staleTime: Infinity,
  });

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => read<Health>('/health', {}, signal),
  refetchInterval: HEALTH_EVERY_MS,
});
