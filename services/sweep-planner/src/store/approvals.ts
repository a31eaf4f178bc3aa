import type { EntityManager } from 'typeorm';
import type { FlowRow } from './flow-row';

/** A person's name under a flow's terms. */
export interface Approval {
  readonly flowId: string;
  readonly approver: string;
  readonly digest: string;
  readonly approvedAt: Date;
}

/**
 * Records an approval. The database itself refuses one of another digest than the flow's, by its maker, or by the
 * editor of its mandate.
 */
export async function addApproval(
  tx: EntityManager,
  { flowId, maker, mandateEditor }: FlowRow,
  { digest, approver }: { readonly digest: string; readonly approver: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO approval (flow_id, digest, maker, mandate_editor, approver, approved_at) VALUES ($1, $2, $3, $4, $5, now())`,
    [flowId, digest, maker, mandateEditor, approver],
  );
}

export async function approvalsOf(db: EntityManager, flowIds: readonly string[]): Promise<Approval[]> {
  return db.query(
    `SELECT flow_id AS "flowId", approver, digest, approved_at AS "approvedAt"
     FROM approval WHERE flow_id = ANY($1) ORDER BY flow_id, approved_at`,
    [flowIds],
  );
}
