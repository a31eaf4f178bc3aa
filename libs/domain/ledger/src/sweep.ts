import type { AssetId, ChainId } from '@tributary/domain-custody';
import type { Party } from './transfer';

/** A movement between addresses of ours that we sent ourselves. */
export interface Sweep {
  readonly flowId: string;
  /** Why it moves: sweep, top-up, refill or skim. */
  readonly kind: string;
  readonly chain: ChainId;
  readonly assetId: AssetId;
  readonly from: Party;
  readonly to: Party;
  /** Base units, above zero; the network fee is not among it. */
  readonly amount: bigint;
}

/** A sweep whose transaction is final, whether it moved its value or not, and what the network took for it. */
export interface EndedSweepFact {
  readonly of: 'sweep';
  readonly state: 'settled' | 'failed';
  readonly sweep: Sweep;
  /** Base units of the asset that pays fees; may be zero. */
  readonly fee: bigint;
  readonly feeAssetId: AssetId;
}

/** What became of a sweep. */
export type SweepFact =
  | EndedSweepFact
  | { readonly of: 'sweep'; readonly state: 'broadcast'; readonly sweep: Sweep }
  | { readonly of: 'sweep'; readonly state: 'reverted'; readonly sweep: Sweep };
