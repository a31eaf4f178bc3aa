import type { AssetId, ChainId, Owner, TransferId } from '@tributary/domain-custody';

/** One end of a transfer; no owner: an outside party. */
export interface Party {
  readonly address: string;
  readonly owner: Owner | null;
}

/** Value that moved on a chain, as far as the books care. */
export interface Transfer {
  readonly transferId: TransferId;
  readonly chain: ChainId;
  readonly assetId: AssetId;
  readonly from: Party;
  readonly to: Party;
  /** Base units, above zero. */
  readonly amount: bigint;
}

/** What became of a transfer. */
export type TransferFact =
  | { readonly of: 'transfer'; readonly state: 'confirmed' | 'finalized'; readonly transfer: Transfer }
  | {
      readonly of: 'transfer';
      readonly state: 'reverted';
      readonly fromState: 'seen' | 'confirmed' | 'finalized';
      readonly transfer: Transfer;
    };
