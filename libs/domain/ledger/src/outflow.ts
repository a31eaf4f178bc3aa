import type { AssetId, ChainId } from '@tributary/domain-custody';
import type { Party } from './transfer';

/** Money of ours that left, and no plan says why. */
export interface Outflow {
  /** The transfer that took it, or `<chain>/<txid>/tx` where it is a transaction's fee. */
  readonly outflowId: string;
  readonly chain: ChainId;
  readonly assetId: AssetId;
  readonly from: Party;
  /** Null: the network, as its fee. */
  readonly to: Party | null;
  /** Base units, above zero. */
  readonly amount: bigint;
}

/** What became of an outflow. */
export interface OutflowFact {
  readonly of: 'outflow';
  readonly state: 'unexplained' | 'reverted';
  readonly outflow: Outflow;
}
