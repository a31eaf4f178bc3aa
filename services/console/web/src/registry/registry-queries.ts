import { queryOptions } from '@tanstack/react-query';
import { read, type BaseUnits, type Page } from '../api';
import { readAll } from '../queries';

export interface Wallet {
  walletId: string;
  chain: string;
  role: string;
  side: 'c' | 'h';
  label: string;
  maker: string;
  checker: string;
  createdAt: string;
}

export interface RegisteredClient {
  clientId: string;
  state: 'open' | 'closed';
  maker: string;
  checker: string;
  openedAt: string;
  closedAt: string | null;
}

export interface RegisteredAddress {
  chain: string;
  address: string;
  walletId: string;
  role: string;
  side: 'c' | 'h';
  clientId: string | null;
  maker: string;
  checker: string;
  allocatedAt: string;
}

/** What may be planned without, and with, a person; as it is written into a proposal. */
export interface MandateTerms {
  mandateId: string;
  assetId: string;
  kind: 'sweep' | 'top-up' | 'refill' | 'skim';
  enabled: boolean;
  fromRole: string;
  toWalletId: string | null;
  threshold: BaseUnits;
  automaticUpTo: BaseUnits;
  limit: BaseUnits;
  /** in base units of the chain's native asset */
  maxFee: BaseUnits;
  validForSeconds: number;
}

export interface Mandate extends MandateTerms {
  version: number;
  chain: string;
  maker: string;
  checker: string;
  changedAt: string;
  /** null: in force */
  supersededAt: string | null;
}

export interface ChangeSummary {
  changeId: number;
  kind: string;
  state: 'proposed' | 'approved' | 'rejected';
  digest: string;
  maker: string;
  checker: string | null;
  reason: string | null;
  itemCount: number;
  about: string[];
  proposedAt: string;
  decidedAt: string | null;
}

export interface Change extends ChangeSummary {
  items: Record<string, unknown>[];
}

/** What a change does, in words. */
export const CHANGE_KINDS: Readonly<Record<string, string>> = {
  'list-asset': 'List asset',
  'open-client': 'Open client',
  'close-client': 'Close client',
  'create-wallet': 'Create wallet',
  'allocate-address': 'Allocate address',
  'set-mandate': 'Set mandate',
};

export const walletsQuery = queryOptions({
  queryKey: ['registry', 'wallets'],
  queryFn: ({ signal }) => readAll<Wallet>('/wallets', signal),
});

export const registeredClientsQuery = queryOptions({
  queryKey: ['registry', 'clients'],
  queryFn: ({ signal }) => readAll<RegisteredClient>('/clients', signal),
});

export const addressesQuery = queryOptions({
  queryKey: ['registry', 'addresses'],
  queryFn: ({ signal }) => readAll<RegisteredAddress>('/addresses', signal),
});

export const mandatesQuery = queryOptions({
  queryKey: ['registry', 'mandates'],
  queryFn: ({ signal }) => readAll<Mandate>('/mandates', signal),
});

export const mandateQuery = (mandateId: string) =>
  queryOptions({
    queryKey: ['registry', 'mandate', mandateId],
    queryFn: ({ signal }) =>
      read<{ mandateId: string; versions: Mandate[] }>(`/mandates/${encodeURIComponent(mandateId)}`, {}, signal),
  });

/** The terms as they stood in one version. */
export const mandateVersionQuery = (mandateId: string, version: number) =>
  queryOptions({
    ...mandateQuery(mandateId),
    select: ({ versions }: { versions: Mandate[] }) => versions.find((each) => each.version === version),
  });

export const changesQuery = (state?: ChangeSummary['state']) =>
  queryOptions({
    queryKey: ['registry', 'changes', state],
    queryFn: async ({ signal }) => (await read<Page<ChangeSummary>>('/changes', { state, limit: 200 }, signal)).items,
  });

export const changeQuery = (changeId: number) =>
  queryOptions({
    queryKey: ['registry', 'change', changeId],
    queryFn: ({ signal }) => read<Change>(`/changes/${changeId}`, {}, signal),
  });
