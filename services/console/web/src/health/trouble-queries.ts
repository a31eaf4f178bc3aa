import { queryOptions } from '@tanstack/react-query';
import { read, type BaseUnits, type Page } from '../api';

export interface Outflow {
  outflowId: string;
  what: 'transfer' | 'fee';
  txid: string;
  assetId: string;
  amount: BaseUnits;
  from: { address: string; walletId: string | null };
  to: { address: string; walletId: string | null } | null;
  block: { height: number; hash: string; time: string };
}

export interface WaitingFact {
  eventId: string;
  eventType: string;
  flow: string;
  since: string;
  /** null: it waits behind an earlier fact of its flow */
  lacks: { book: string; account: string } | null;
}

export const outflowsQuery = queryOptions({
  queryKey: ['outflows', 'unexplained'],
  queryFn: async ({ signal }) =>
    (await read<{ items: Outflow[] }>('/outflows', { state: 'unexplained' }, signal)).items,
});

export const waitingQuery = queryOptions({
  queryKey: ['waiting-facts'],
  queryFn: async ({ signal }) => (await read<Page<WaitingFact>>('/waiting', { limit: 100 }, signal)).items,
});
