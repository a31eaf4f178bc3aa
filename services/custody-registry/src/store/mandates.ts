import { IsNull, Not, type EntityManager } from 'typeorm';
import type { MandateKind, WalletRole } from '@tributary/domain-custody';
import { MandateRow } from './mandate-row';

/** Narrows mandates to the version that nothing has superseded. */
export const IN_FORCE = { supersededAt: IsNull() };

/** The version of a mandate that counts now; one may be in force and withdrawn. */
export function mandateInForce(tx: EntityManager, mandateId: string): Promise<MandateRow | null> {
  return tx.findOneBy(MandateRow, { mandateId, ...IN_FORCE });
}

/** What a mandate lets move. A path is stated where a mandate of this kind is for one path alone. */
export interface Permission {
  readonly mandateId: string;
  readonly assetId: string;
  readonly kind: MandateKind;
  readonly path?: { readonly fromRole: WalletRole; readonly toWalletId: string };
}

/** Another mandate that permits the same. Until the transaction ends, nobody else gives one over this asset. */
export async function rivalMandate(
  tx: EntityManager,
  { mandateId, assetId, kind, path }: Permission,
): Promise<MandateRow | null> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('mandates of ' || $1, 0))", [assetId]);
  return tx.findOneBy(MandateRow, { ...IN_FORCE, mandateId: Not(mandateId), assetId, kind, enabled: true, ...path });
}
