import type { EntityManager } from 'typeorm';
import type { FlowKind } from '@tributary/domain-sweep';
import { MandateRow } from './rows';

/**
 * Locks the version of a mandate that is in force until the transaction ends: against a change while something is
 * planned, approved or signed under it, and the other way round. Lock a mandate before any flow.
 */
export async function lockMandate(
  tx: EntityManager,
  mandateId: string,
  purpose: 'use' | 'change',
): Promise<MandateRow | undefined> {
  const mode = purpose === 'use' ? 'pessimistic_read' : 'pessimistic_write';
  return (await tx.findOne(MandateRow, { where: { mandateId }, lock: { mode } })) ?? undefined;
}

/** The mandates of a kind that are in force on a chain, locked against a change. */
export function lockMandatesOf(tx: EntityManager, chain: string, kind: FlowKind): Promise<MandateRow[]> {
  return tx.find(MandateRow, {
    where: { chain, kind, enabled: true },
    order: { mandateId: 'ASC' },
    lock: { mode: 'pessimistic_read' },
  });
}

/** Says why nothing can be planned under a mandate just now; null once it can. */
export async function noteTrouble(tx: EntityManager, mandate: MandateRow, trouble: string | null): Promise<void> {
  if (mandate.trouble !== trouble) await tx.update(MandateRow, { mandateId: mandate.mandateId }, { trouble });
}

export function troubledMandates(db: EntityManager, chain: string): Promise<MandateRow[]> {
  return db
    .createQueryBuilder(MandateRow, 'm')
    .where('m.chain = :chain AND m.enabled AND m.trouble IS NOT NULL', { chain })
    .orderBy('m.mandate_id')
    .getMany();
}
