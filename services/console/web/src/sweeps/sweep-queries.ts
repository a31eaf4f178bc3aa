import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { read, type BaseUnits, type Entry, type Page, type Sweep } from '../api';

export interface SweepFilter {
  state?: string;
  kind?: string;
  assetId?: string;
  address?: string;
}

export const sweepsQuery = (filter: SweepFilter) =>
  infiniteQueryOptions({
    queryKey: ['sweeps', filter],
    queryFn: ({ signal, pageParam }) =>
      read<Page<Sweep>>('/sweeps', { ...filter, limit: 50, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const flowEntriesQuery = (flow: string) =>
  queryOptions({
    queryKey: ['flow-entries', flow],
    queryFn: async ({ signal }) => (await read<{ items: Entry[] }>('/entries', { flow }, signal)).items,
  });

/** What an address of ours holds by final facts, and what open movements have reserved of it. */
export interface Source {
  address: string;
  walletId: string;
  role: string;
  side: 'c' | 'h';
  assetId: string;
  clientUnits: BaseUnits;
  houseUnits: BaseUnits;
  reserved: BaseUnits;
}

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: async ({ signal }) => (await read<{ items: Source[] }>('/sources', {}, signal)).items,
});
