import type { Side, WalletRole } from '@tributary/domain-custody';
import type { FlowKind } from './flow';

/** A standing permission, as two persons gave it. Amounts in base units of assetId, the fee in the native asset's. */
export interface Mandate {
  readonly mandateId: string;
  readonly version: number;
  readonly enabled: boolean;
  readonly kind: FlowKind;
  readonly assetId: string;
  readonly fromRole: WalletRole;
  /** The wallet that is paid; null for a top-up. */
  readonly toWalletId: string | null;
  readonly automaticUpTo: bigint;
  readonly limit: bigint;
}

/** A movement that somebody wants to make. */
export interface Movement {
  readonly kind: FlowKind;
  readonly assetId: string;
  readonly amount: bigint;
  readonly from: { readonly walletId: string; readonly role: WalletRole; readonly side: Side };
  readonly to: { readonly walletId: string; readonly side: Side };
}

/** Why a movement is not permitted: deny by default. */
export interface Denial {
  readonly code: 'no-mandate' | 'over-limit' | 'crosses-sides' | 'no-amount';
  /** What is wrong and what to do next. */
  readonly message: string;
}

/** The mandate that lets a movement be planned, and whether a person must approve it first. */
export interface Permit {
  readonly mandate: Mandate;
  readonly needsApproval: boolean;
}

/** Finds the mandate for a movement; without one nothing moves. */
export function permit<M extends Mandate>(
  mandates: readonly M[],
  movement: Movement,
): (Permit & { mandate: M }) | Denial {
  const { kind, assetId, amount, from, to } = movement;
  if (amount <= 0n)
    return { code: 'no-amount', message: `An amount of ${amount} moves nothing: give base units over 0` };
  if (kind !== 'top-up' && from.side !== to.side) {
    return {
      code: 'crosses-sides',
      message: `${from.walletId} is of side ${from.side}, ${to.walletId} of side ${to.side}: a ${kind} stays on one side`,
    };
  }
  const mandate = mandates.find(
    (each) =>
      each.enabled &&
      each.kind === kind &&
      each.assetId === assetId &&
      each.fromRole === from.role &&
      (each.toWalletId === null || each.toWalletId === to.walletId),
  );
  if (!mandate) {
    return {
      code: 'no-mandate',
      message: `No mandate lets a ${kind} of ${assetId} go from ${from.role} wallets to ${to.walletId}: propose one in the registry and have it approved`,
    };
  }
  if (amount > mandate.limit) {
    return {
      code: 'over-limit',
      message: `${amount} is over the limit of ${mandate.limit} of mandate ${mandate.mandateId}: move less at once, or have the mandate changed`,
    };
  }
  return { mandate, needsApproval: needsApproval(mandate, amount) };
}

export function needsApproval({ automaticUpTo }: Pick<Mandate, 'automaticUpTo'>, amount: bigint): boolean {
  return amount > automaticUpTo;
}
