import { chainOfAsset, nativeAssetId, type AssetId, type ChainId } from './ids';
import type { Side, WalletRole } from './wallet';

/** What a mandate lets be planned: sweep and top-up by themselves, refill and skim by hand. */
export type MandateKind = 'sweep' | 'top-up' | 'refill' | 'skim';

/** A standing permission to move value of one asset from wallets of one role to one wallet; amounts in base units. */
export interface MandateTerms {
  readonly assetId: AssetId;
  readonly kind: MandateKind;
  readonly fromRole: WalletRole;
  /** Null for a top-up alone, which pays whichever deposit address needs gas. */
  readonly toWalletId: string | null;
  /** A sweep is planned once an address holds this much of the asset; 0 for every other kind. */
  readonly threshold: bigint;
  /** Most that one movement carries without a person's approval, of the asset. */
  readonly automaticUpTo: bigint;
  /** Most that one movement carries at all, of the asset. */
  readonly limit: bigint;
  /** Most that one movement pays the network, of the chain's native asset. */
  readonly maxFee: bigint;
}

/** The wallet that a mandate pays. */
export interface Destination {
  readonly chain: ChainId;
  readonly role: WalletRole;
  readonly side: Side;
}

/** What about a mandate makes no sense, and what would. */
export interface MandateFault {
  readonly field: keyof MandateTerms;
  readonly reason: string;
}

/** From which roles to which each kind moves value. */
const PATHS: Readonly<Record<MandateKind, { from: readonly WalletRole[]; to: readonly WalletRole[] }>> = {
  sweep: { from: ['deposit'], to: ['hot'] },
  'top-up': { from: ['gas'], to: [] },
  refill: { from: ['warm', 'cold'], to: ['hot'] },
  skim: { from: ['hot'], to: ['warm', 'cold'] },
};

/**
 * Why nobody should give this mandate; undefined where one can.
 *
 * @param to  the wallet that `toWalletId` names; undefined where it names none
 */
export function mandateFault(terms: MandateTerms, to: Destination | undefined): MandateFault | undefined {
  return pathFault(terms, to) ?? amountFault(terms);
}

function pathFault(
  { assetId, kind, fromRole, toWalletId }: MandateTerms,
  to: Destination | undefined,
): MandateFault | undefined {
  const path = PATHS[kind];
  const chain = chainOfAsset(assetId);
  if (!path.from.includes(fromRole)) {
    return { field: 'fromRole', reason: `is ${fromRole}, but a ${kind} moves value from ${path.from.join(' or ')}` };
  }
  if (kind === 'top-up') {
    if (chain === undefined || assetId !== nativeAssetId(chain)) {
      return { field: 'assetId', reason: "is a token, but gas is paid in the chain's native asset" };
    }
    return toWalletId === null
      ? undefined
      : { field: 'toWalletId', reason: 'must be null: a top-up pays the deposit address that needs gas' };
  }
  if (toWalletId === null) return { field: 'toWalletId', reason: `is missing: name the wallet that a ${kind} pays` };
  if (!to) return { field: 'toWalletId', reason: 'is unknown: create the wallet first' };
  if (to.chain !== chain)
    return { field: 'toWalletId', reason: `is a wallet of ${to.chain}, the asset lives elsewhere` };
  if (!path.to.includes(to.role)) {
    return {
      field: 'toWalletId',
      reason: `is a ${to.role} wallet, but a ${kind} moves value to ${path.to.join(' or ')}`,
    };
  }
  if (kind === 'sweep' && to.side === 'h') {
    return { field: 'toWalletId', reason: "is the house's: what clients deposited goes to a wallet of side c" };
  }
  return undefined;
}

function amountFault({ kind, threshold, automaticUpTo, limit, maxFee }: MandateTerms): MandateFault | undefined {
  if (kind === 'sweep' && threshold <= 0n) {
    return { field: 'threshold', reason: 'must be above 0: each deposit would be swept, whatever the fee' };
  }
  if (kind !== 'sweep' && threshold !== 0n) {
    return { field: 'threshold', reason: `must be 0: no balance sets off a ${kind}` };
  }
  if (limit <= 0n) return { field: 'limit', reason: 'must be above 0: to let nothing move, withdraw the mandate' };
  if (automaticUpTo > limit) return { field: 'automaticUpTo', reason: 'is above limit, the most that may move at all' };
  if (maxFee <= 0n) return { field: 'maxFee', reason: 'must be above 0: the network takes nothing for free' };
  return undefined;
}
