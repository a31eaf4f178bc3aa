import type { Layer } from './api';
import type { Range } from './queries';

/** What the address bar holds of Flow: everything that a shared link must show again. */
export interface FlowSearch {
  asset?: string;
  layer?: Layer;
  range?: Range;
  /** the open ribbon, by the ids of its ends */
  source?: string;
  target?: string;
  /** the open wallet or party, by its id */
  node?: string;
}

export interface LedgerSearch {
  book?: string;
  prefix?: string;
  account?: string;
  /** the entry that stands open in the statement */
  entry?: string;
}

/** Exactly one of transferId and node, else the screen asks for one. */
export interface TraceSearch {
  asset?: string;
  transferId?: string;
  node?: string;
  direction?: 'back' | 'forward';
  /** the selected lot, by its number */
  lot?: number;
}

export const REGISTRY_VIEWS = ['mandates', 'clients', 'addresses', 'wallets', 'assets', 'changes'] as const;

export interface RegistrySearch {
  view?: (typeof REGISTRY_VIEWS)[number];
  /** the mandate whose versions stand open, or the row to find */
  id?: string;
}
